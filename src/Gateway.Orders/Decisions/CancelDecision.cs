using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether there is anything to cancel. No limit, halt or quota is asked: a cancel is never refused by those.</summary>
internal static class CancelDecision
{
    /// <summary>Answers without changing anything.</summary>
    public static Decision<Unit> Decide(Ledger ledger, OrderId id)
    {
        if (ledger.Find(id) is not { } order)
            return new(new Rejection(RejectCode.UnknownOrder, $"There is no order {id}."));
        if (order.IsOut)
            return new(Rejection.OfField(
                Fields.OrderId, $"Order {id} is out already ({order.State & ~OrderState.Acked}); there is nothing left to cancel."));
        return order.State.HasFlag(OrderState.Canceling)
            ? new(default(Unit))
            : new(default(Unit), new CancelRequested(id));
    }
}
