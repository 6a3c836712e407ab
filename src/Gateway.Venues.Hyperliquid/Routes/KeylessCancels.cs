using System.Threading.Channels;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Cancels on accounts without a key, which nobody can sign: orders that an earlier set-up has left, or that somebody else placed.
/// They are refused with the cure, once for each order: the engine sends a cancel again as long as its order lives, and before
/// the next start nothing changes.
/// </summary>
internal sealed class KeylessCancels(int capacity)
{
    private readonly Channel<Instruction.Cancel> cancels = Channel.CreateBounded<Instruction.Cancel>(capacity);
    private readonly HashSet<OrderId> refused = [];

    /// <summary>False: full.</summary>
    public bool TryAdd(Instruction.Cancel cancel) => cancels.Writer.TryWrite(cancel);

    public async Task RunAsync(IReadOnlyDictionary<AccountName, TradedAccount> accounts, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cancel = await cancels.Reader.ReadAsync(cancellationToken);
            if (!refused.Add(cancel.Order.Order))
                continue;
            var news = accounts[cancel.Account].News;
            await news.ReportAsync(
                new VenueEvent.CancelRejected(cancel.Account, cancel.Order.Order, $"Not sent: {NoKey(cancel.Account)}", news.Now), cancellationToken);
        }
    }

    /// <summary>What is missing, and the cure.</summary>
    public static string NoKey(AccountName account) =>
        $"account {account} has no key of its own, without which nothing can be canceled: set Accounts:{account}:KeyFile to that of an agent which the account has approved.";
}
