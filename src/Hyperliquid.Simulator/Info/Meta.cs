using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The perpetuals of a dex; the position in <c>universe</c> gives the asset id.</summary>
internal sealed class Meta : InfoRequest
{
    public override string Type => "meta";

    public override JsonNode? Answer(Body request, Exchange exchange) => DexOf(request, exchange) is { } dex ? Of(dex) : null;

    public static JsonObject Of(PerpDex dex) => new()
    {
        ["universe"] = ArrayOf(dex.Perps.Select(PerpJson)),
        ["marginTables"] = ArrayOf(MarginTable.All.Select(table => new JsonArray(table.Id, TableJson(table)))),
        ["collateralToken"] = dex.Collateral.Index,
    };

    private static JsonObject PerpJson(Perp perp)
    {
        var json = new JsonObject
        {
            ["szDecimals"] = perp.SzDecimals,
            ["name"] = perp.Coin,
            ["maxLeverage"] = perp.MaxLeverage,
            ["marginTableId"] = perp.MarginTableId,
        };
        if (perp.IsDelisted)
            json["isDelisted"] = true;
        if (perp.IsGrowing)
            json["growthMode"] = "enabled";
        return json;
    }

    /// <summary>A margin table as it is printed.</summary>
    public static JsonObject TableJson(MarginTable table) => new()
    {
        ["description"] = table.Description,
        ["marginTiers"] = ArrayOf(table.Tiers.Select(tier => new JsonObject
        {
            ["lowerBound"] = Numbers.Sent(tier.LowerBound),
            ["maxLeverage"] = tier.MaxLeverage,
        })),
    };
}
