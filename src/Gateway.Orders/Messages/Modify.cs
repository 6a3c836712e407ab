using Gateway.Orders.Decisions;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Change the price or the quantity of this order.</summary>
internal sealed class Modify(OrderChange change, Actor actor) : Request<Unit>(TaskCreationOptions.None)
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        var link = bench.LinkOf(change.Account);
        bench.ReadMarks(change.Market);
        var decision = ModifyDecision.Decide(
            bench.Ledger, change, link?.Status, link?.Venue.ModifyRefusalOf(change.Market.Route), bench.Now, bench.Now + bench.Options.SendWindow);
        if (decision.Event is not ModifyRequested requested)
            return decision.Answer;
        if (bench.Shortage is { } shortage)
            return new Rejection(RejectCode.Overloaded, $"{shortage} Nothing was sent; make room on that disk.");

        var order = bench.Ledger[change.Order];
        var intent = order.Terms.IntentIn(change.Market) with { Price = requested.Price, Quantity = requested.Size };
        if (link!.Venue.RefusalOf(intent) is { } reason)
            return Rejection.OfField(Fields.OrderId, reason);
        if (BudgetCheck.Refusal(link.Venue, intent, replaces: true) is { } refusal)
            return refusal;

        // Recording it reserves what it adds to every limit, before the next order is looked at.
        bench.Record(actor, requested);
        bench.Instruct(new Instruction.Modify(order.LiveLegs().Single(), requested.Leg, intent, requested.ValidUntil));
        foreach (var alert in decision.Alerts.IsDefault ? [] : decision.Alerts)
            bench.Record(actor, alert);
        return decision.Answer;
    }
}
