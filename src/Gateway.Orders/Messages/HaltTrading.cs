using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Orders.Reconciliation;

namespace Gateway.Orders.Messages;

/// <summary>Take no new orders there, and perhaps cancel those that are open.</summary>
internal sealed class HaltTrading(Halt halt, bool cancelOpen, Actor actor) : Request<Unit>
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        if (!bench.Ledger.Halts.Contains(halt))
            bench.Record(actor, new TradingHalted(halt));
        if (cancelOpen)
            CancelCovered(bench);
        return default(Unit);
    }

    private void CancelCovered(Workbench bench)
    {
        foreach (var order in bench.Ledger.Open.Where(IsCovered).ToList())
        {
            if (!order.State.HasFlag(OrderState.Canceling))
                bench.Record(actor, new CancelRequested(order.Id));
            FollowUp.SendCancel(bench, bench.Ledger[order.Id]);
        }
    }

    private bool IsCovered(Order order) => halt.Covers(order.Terms.Account, MarketNames.Of(order.Terms));
}
