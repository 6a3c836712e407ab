using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Candles: none are kept yet, so the answer is empty.</summary>
internal sealed class CandleSnapshot : InfoRequest
{
    public override string Type => "candleSnapshot";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var wanted = request.Object("req");
        wanted.Text("interval");
        wanted.Integer("startTime");
        return exchange.FindMarket(wanted.Text("coin")) is null ? null : new JsonArray();
    }
}
