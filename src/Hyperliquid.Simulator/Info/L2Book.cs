using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>A book, at most 20 levels a side; null for an unknown coin.</summary>
internal sealed class L2Book : InfoRequest
{
    public override string Type => "l2Book";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) => exchange.FindMarket(request.Text("coin")) is { } market
        ? MarketJson.Book(market, exchange.Clock.Now, OneOf(request, "nSigFigs", 2, 3, 4, 5), OneOf(request, "mantissa", 2, 5))
        : null;

    /// <summary>An optional whole number out of few.</summary>
    public static int? OneOf(Body request, string name, params ReadOnlySpan<long> allowed)
    {
        if (!request.Has(name))
            return null;
        var value = request.Integer(name);
        return allowed.Contains(value) ? (int)value : throw new UnsupportedException();
    }
}
