using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The perpetuals; the position in <c>universe</c> is the asset id.</summary>
internal sealed class Meta : InfoRequest
{
    public override string Type => "meta";

    public override JsonNode? Answer(Body request, Exchange exchange) => IsOtherDex(request) ? null : Of(exchange);

    public static JsonObject Of(Exchange exchange) => new()
    {
        ["universe"] = ArrayOf(exchange.Universe.Perps.Select(PerpJson)),
        ["marginTables"] = ArrayOf(MarginTable.All.Select(table => new JsonArray(table.Id, TableJson(table)))),
        ["collateralToken"] = 0,
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
        return json;
    }

    private static JsonObject TableJson(MarginTable table) => new()
    {
        ["description"] = table.Description,
        ["marginTiers"] = ArrayOf(table.Tiers.Select(tier => new JsonObject
        {
            ["lowerBound"] = Numbers.Sent(tier.LowerBound),
            ["maxLeverage"] = tier.MaxLeverage,
        })),
    };
}
