using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;

namespace Gateway.Orders.Messages;

/// <summary>Take no new orders there, and perhaps cancel those that are open.</summary>
internal sealed class HaltTrading(Halt halt, bool cancelOpen, Actor actor) : Request<Unit>
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        if (!bench.Ledger.Halts.Contains(halt))
            bench.Record(actor, new TradingHalted(halt));
        if (cancelOpen)
            CancelAll.Cancel(bench, IsCovered, actor);
        return default(Unit);
    }

    private bool IsCovered(Order order) => halt.Covers(order.Terms.Account, MarketNames.Of(order.Terms));
}
