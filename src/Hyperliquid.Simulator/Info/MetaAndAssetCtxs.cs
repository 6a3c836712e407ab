using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The perpetuals of a dex and their contexts, aligned by position.</summary>
internal sealed class MetaAndAssetCtxs : InfoRequest
{
    public override string Type => "metaAndAssetCtxs";

    public override JsonNode? Answer(Body request, Exchange exchange) => DexOf(request, exchange) is { } dex
        ? new JsonArray(Meta.Of(dex), Contexts(exchange, dex))
        : null;

    /// <summary>Contexts of a dex, aligned with its universe.</summary>
    public static JsonArray Contexts(Exchange exchange, PerpDex dex) => ArrayOf(dex.Perps.Select(perp => Context(exchange, perp)));

    /// <summary>Prices and volumes of a perpetual; open interest counts each contract once.</summary>
    public static JsonObject Context(Exchange exchange, Perp perp) => MarketJson.PerpContext(
        exchange.MarketOf(perp),
        exchange.Accounts.Sum(account => Math.Max(0, account.SziIn(perp))));
}
