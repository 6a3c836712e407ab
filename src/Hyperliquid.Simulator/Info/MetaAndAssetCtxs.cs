using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The perpetuals and their contexts, aligned by position.</summary>
internal sealed class MetaAndAssetCtxs : InfoRequest
{
    public override string Type => "metaAndAssetCtxs";

    public override JsonNode? Answer(Body request, Exchange exchange) => IsOtherDex(request)
        ? null
        : new JsonArray(Meta.Of(exchange), ArrayOf(exchange.Universe.Perps.Select(perp => Context(exchange, perp))));

    /// <summary>Prices and volumes of a perpetual; open interest counts each contract once.</summary>
    public static JsonObject Context(Exchange exchange, Perp perp) => MarketJson.PerpContext(
        exchange.MarketOf(perp),
        exchange.Accounts.Sum(account => Math.Max(0, account.SziIn(perp))));
}
