using Gateway.Orders.Decisions;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Place this order.</summary>
internal sealed class Place(OrderIntent intent, Actor actor, DateTimeOffset received) : Request<OrderId>
{
    protected override Reply<OrderId> Decide(Workbench bench)
    {
        // The batch's moment is taken at its beginning, and the request may have come in a little later.
        var asked = received < bench.Now ? received : bench.Now;
        var validUntil = bench.Now + bench.Options.SendWindow;
        var decision = PlaceDecision.Decide(bench.Ledger, intent, bench.LinkOf(intent.Account)?.Status, asked, validUntil);
        if (decision.Event is { } placed && decision.Answer.TryGet(out var id, out _))
        {
            bench.Record(actor, placed);
            bench.Instruct(new Instruction.Place(id, intent, validUntil));
        }

        return decision.Answer;
    }
}
