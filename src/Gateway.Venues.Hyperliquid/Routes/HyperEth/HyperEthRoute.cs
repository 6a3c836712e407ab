using System.Globalization;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>
/// Hands orders to an aggregator that signs and places them with a wallet it keeps. It places only; the orders are canceled
/// by route DIRECT, and what becomes of them comes with the account's streams like that of any other.
/// </summary>
internal sealed class HyperEthRoute(
    IntentQueue queue,
    IReadOnlyDictionary<AccountName, TradedAccount> accounts,
    HyperliquidMarkets markets,
    IntentClient client,
    HyperliquidOptions options,
    TimeProvider time,
    ILogger log)
{
    // Fewer than the hundred highest nonces that the venue keeps of a signer: none in flight is pushed out by the others.
    // It also bounds how many orders a silent aggregator can leave in doubt.
    private const int MostInFlight = 32;

    // The answer proves more than a look at the venue does, so it is waited for long after the order counts as unknown.
    private static readonly TimeSpan LateAnswer = TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Together.RunAsync(cancellationToken, [.. Enumerable.Repeat<Func<CancellationToken, Task>>(SendAsync, MostInFlight)]);

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (place, withdrawn) = await queue.TakeAsync(cancellationToken);
            var news = accounts[place.Account].News;
            if (withdrawn)
            {
                await news.ReportAsync(
                    new VenueEvent.OrderDone(
                        place.Account, place.Order, DoneCause.Canceled, Quantity.Zero, "canceled before it was sent", ExchangeOrderId: null, news.Now),
                    cancellationToken);
            }
            else if (IntentOf(place, out var refusal) is { } intent)
            {
                await SendAsync(place, intent, news, cancellationToken);
            }
            else
            {
                await news.ReportAsync(
                    new VenueEvent.OrderRejected(place.Account, place.Order, $"Not sent: {refusal}", ExchangeOrderId: null, news.Now), cancellationToken);
            }
        }
    }

    private TradeIntent? IntentOf(Instruction.Place place, out string refusal)
    {
        refusal = "";
        var account = accounts[place.Account];
        var last = place.ValidUntil.ToUnixTimeMilliseconds();
        if (time.GetUtcNow().ToUnixTimeMilliseconds() >= last)
            refusal = $"its last valid moment, {place.ValidUntil.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}, had passed.";
        else if (markets.Current.Find(place.Intent.Market.Id) is not { } asset)
            refusal = $"the venue no longer lists {place.Intent.Market.Id}.";
        else if (account.Managed is not { } wallet)
            refusal = $"account {place.Account} has no wallet at HyperETH.";
        else if (wallet.Nonces.Next() is var nonce && nonce > (ulong)last)
            refusal = "the nonces of its wallet have run ahead of the clock.";
        else
            return new TradeIntent { Nonce = nonce, Wallet = wallet.Address, Terms = OrderTerms.Of(place.Intent, asset.Id), Cloid = account.News.CloidOf(new(place.Order)) };
        return null;
    }

    private async Task SendAsync(Instruction.Place place, TradeIntent intent, AccountNews news, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(LateAnswer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        using var content = new OnceContent(intent.Write());
        var post = new PlacesPost([SentOrder.Of(place)], news);
        var asking = AskAsync(content, either.Token, cancellationToken);
        if (await Task.WhenAny(content.Begun, asking) == content.Begun)
            await post.SentAsync(cancellationToken);

        var isLost = !await EndsInTimeAsync(asking, cancellationToken);
        if (isLost)
            await post.LostAsync($"HyperETH has not answered within {options.ReplyTimeout}.", cancellationToken);
        var reply = await asking;
        if (reply.AggregatorOrderId is { } named)
            await news.ReportAsync(new VenueEvent.IntentConfirmed(place.Account, place.Order, named, reply.IntentHash, news.Now), cancellationToken);
        if (reply.Signer is { } signer && !string.Equals(signer, intent.Wallet.ToString(), StringComparison.OrdinalIgnoreCase))
            Log.OtherSigner(log, place.Order, place.Account, signer, intent.Wallet.ToString());
        if (!isLost || reply.Outcome is not PostReply.Unclear)
            await post.AnsweredAsync(reply.Outcome, cancellationToken);
    }

    private async Task<IntentReply> AskAsync(OnceContent content, CancellationToken end, CancellationToken cancellationToken)
    {
        try
        {
            return await client.AskAsync(content, end);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(content.Begun.IsCompleted
                ? new PostReply.Unclear($"HyperETH has not answered within {LateAnswer}.")
                : new PostReply.Refused($"Not sent: HyperETH could not be reached within {LateAnswer}."));
        }
    }

    private async Task<bool> EndsInTimeAsync(Task asking, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(asking, Task.Delay(options.ReplyTimeout, time, patience.Token));
        // Not CancelAsync, which would hop to another thread.
        Cancel(patience);
        return first == asking;
    }

    private static void Cancel(CancellationTokenSource source) => source.Cancel();
}
