using Gateway.Orders.Decisions;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Place this order.</summary>
internal sealed class Place(OrderIntent intent, Actor actor, DateTimeOffset received) : Request<OrderId>(TaskCreationOptions.None)
{
    protected override Reply<OrderId> Decide(Workbench bench)
    {
        // The batch's moment is taken at its beginning, and the request may have come in a little later.
        var asked = received < bench.Now ? received : bench.Now;
        var sendUntil = bench.Now + bench.Options.SendWindow;
        var link = bench.LinkOf(intent.Account);
        var venue = link?.Venue;
        var validUntil = sendUntil + (venue?.LingerOf(intent.Market.Route) ?? TimeSpan.Zero);
        bench.ReadMarks(intent.Market);
        var decision = PlaceDecision.Decide(bench.Ledger, intent, actor, link?.Status, asked, bench.Now, validUntil);
        if (decision.Event is not { } happened)
            return decision.Answer;
        if (bench.Shortage is { } shortage)
            return new Rejection(RejectCode.Overloaded, $"{shortage} Nothing was sent; make room on that disk.");
        if (happened is OrderPlaced && (RouteCheck.Refusal(venue!, intent) ?? BudgetCheck.Refusal(venue!, intent)) is { } refusal)
            return refusal;

        // Recording the order reserves what it takes of every limit, before the next one is looked at.
        bench.Record(actor, happened);
        if (happened is OrderPlaced placed)
            bench.Instruct(new Instruction.Place(placed.Order, intent, sendUntil));
        if (!decision.Alerts.IsDefault)
        {
            foreach (var alert in decision.Alerts)
                bench.Record(actor, alert);
        }

        return decision.Answer;
    }
}
