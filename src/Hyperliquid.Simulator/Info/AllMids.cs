using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Mid price of every coin of a dex; spot coins come with the venue's own.</summary>
internal sealed class AllMids : InfoRequest
{
    public override string Type => "allMids";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        DexOf(request, exchange) is { } dex ? MarketJson.Mids(exchange, dex) : new JsonObject();
}
