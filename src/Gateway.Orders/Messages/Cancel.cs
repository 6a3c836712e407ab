using Gateway.Orders.Decisions;
using Gateway.Orders.Reconciliation;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Cancel this order.</summary>
internal sealed class Cancel(OrderId id, Actor actor) : Request<Unit>(TaskCreationOptions.None)
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        var decision = CancelDecision.Decide(bench.Ledger, id);
        if (decision.Event is { } requested)
            bench.Record(actor, requested);
        if (decision.Answer.TryGet(out _, out _))
            FollowUp.SendCancel(bench, bench.Ledger[id]);
        return decision.Answer;
    }
}
