using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Subscribe to order updates.</summary>
internal sealed class Subscribe(Func<AccountName, bool> visible, long? after) : Request<OrderSubscription>
{
    protected override Reply<OrderSubscription> Decide(Workbench bench) => bench.Feed.Subscribe(bench.Ledger, visible, after);
}
