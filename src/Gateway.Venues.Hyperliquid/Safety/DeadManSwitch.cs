using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Safety;

/// <summary>
/// Keeps the venue's dead man's switch of one account armed: the venue cancels every order of the account a while after the
/// gateway was last there, connected.
/// </summary>
/// <remarks>
/// It is postponed three times in that while, so that one lost refresh does not let it strike. It is not disarmed when the
/// gateway stops, orderly or not: either way nobody watches the orders any more, and a process that was asked to stop by a
/// machine that goes down is the very case it is for. Whoever starts again in time loses nothing. It travels over HTTP: the
/// order connection may be busy when it matters. The venue lets it strike at most 10 times a day; what it ends is reported
/// as any end is, in the venue's word <c>scheduledCancel</c>.
/// </remarks>
internal sealed class DeadManSwitch(
    SigningAccount account, TimeSpan delay, ExchangeClient exchange, RateBudgets budgets, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);

    // Trading volume does not come within minutes.
    private static readonly TimeSpan WhileTooSmall = TimeSpan.FromHours(1);

    private readonly SignedPost signedPost = new();
    private bool isArmed;
    private bool isComplaining;

    private TimeSpan Often => delay / 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // While the account is not connected its orders cannot be seen or canceled from here, which is when the switch shall strike.
            var pause = account.Link.Epoch == 0 ? WhileAway : await PostponeAsync(cancellationToken);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    public void Dispose() => signedPost.Dispose();

    private async Task<TimeSpan> PostponeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var strikes = (ulong)(now + delay).ToUnixTimeMilliseconds();
        // One that is held up must not overwrite a later one with its earlier moment.
        var expiresAfter = (ulong)(now + Often).ToUnixTimeMilliseconds();
        budgets.SpendOnSwitch(account.News.Account);
        var body = signedPost.WriteBody(new ScheduleCancelAction(strikes), account.Signer, account.Nonces.Next(), expiresAfter);
        switch (await exchange.SendAsync(body, cancellationToken))
        {
            case PostReply.Executed:
                if (!isArmed)
                    Log.SwitchArmed(log, account.News.Account, delay);
                (isArmed, isComplaining) = (true, false);
                return Often;
            case PostReply.Refused refused:
                return Complain(refused.Reason, refused.Reason.Contains("enough volume", StringComparison.OrdinalIgnoreCase) ? WhileTooSmall : Often);
            case PostReply.Unclear unclear:
                return Complain(unclear.Cause, SoonAgain);
            default:
                return Complain("The venue's answer cannot be read.", SoonAgain);
        }
    }

    private TimeSpan Complain(string reason, TimeSpan pause)
    {
        if (!isComplaining)
            Log.SwitchRefused(log, account.News.Account, reason, pause);
        (isArmed, isComplaining) = (false, true);
        return pause;
    }
}
