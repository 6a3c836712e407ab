using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Perp dexs; a dex's position gives the ids of its perpetuals. The first element stands for the venue's own and is null.</summary>
internal sealed class PerpDexs : InfoRequest
{
    public override string Type => "perpDexs";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf(exchange.Universe.Dexs.Select(dex => dex.IsDefault ? null : DexJson(dex)));

    private static JsonObject DexJson(PerpDex dex) => new()
    {
        ["name"] = dex.Name,
        ["fullName"] = dex.FullName,
        ["deployer"] = dex.Deployer.ToString(),
        ["oracleUpdater"] = null,
        ["feeRecipient"] = dex.Deployer.ToString(),
        ["assetToStreamingOiCap"] = ArrayOf(dex.Perps.Select(perp => new JsonArray(perp.Coin, Numbers.Sent(PerpDexLimits.OpenInterestCap)))),
        ["subDeployers"] = new JsonArray(),
        ["deployerFeeScale"] = "1.0",
        ["lastDeployerFeeScaleChangeTime"] = "1970-01-01T00:00:00",
        ["assetToFundingMultiplier"] = new JsonArray(),
        ["assetToFundingInterestRate"] = new JsonArray(),
    };
}
