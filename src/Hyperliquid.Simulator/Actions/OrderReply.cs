using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>The entry in <c>statuses</c> that tells what became of an order.</summary>
internal static class OrderReply
{
    public static JsonNode Of(Placement placement) => placement switch
    {
        Placement.Resting(var order) => new JsonObject { ["resting"] = WithCloid(order, new() { ["oid"] = order.Oid }) },
        Placement.Filled(var order) => new JsonObject
        {
            ["filled"] = WithCloid(order, new()
            {
                ["totalSz"] = Numbers.Sent(order.FilledSz),
                ["avgPx"] = Numbers.Sent(Decimals.Cut(order.FilledNtl / order.FilledSz, order.Instrument.PriceDecimals)),
                ["oid"] = order.Oid,
            }),
        },
        Placement.Waiting(var order) => JsonValue.Create(order.Attachment is { AwaitsParent: true } ? "waitingForFill" : "waitingForTrigger"),
        Placement.Refused(var text) => ActionReply.Error(text),
        _ => throw new InvalidOperationException($"No such placement: {placement}."),
    };

    private static JsonObject WithCloid(Order order, JsonObject status)
    {
        if (order.Terms.Cloid is { } cloid)
            status["cloid"] = cloid;
        return status;
    }
}
