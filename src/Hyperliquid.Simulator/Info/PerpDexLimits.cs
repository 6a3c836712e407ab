using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Caps of a builder's dex, which are told and not enforced; null for the venue's own and for one that there is not.</summary>
internal sealed class PerpDexLimits : InfoRequest
{
    /// <summary>Of each perpetual, in its collateral.</summary>
    public const decimal OpenInterestCap = 50_000_000;

    private const decimal TotalCap = 500_000_000;
    private const decimal SizeCap = 1_000_000_000;
    private const decimal TransferCap = 100_000_000;

    public override string Type => "perpDexLimits";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Text("dex");
        return DexOf(request, exchange) is not { IsDefault: false } dex ? null : new JsonObject
        {
            ["totalOiCap"] = Numbers.Sent(TotalCap),
            ["oiSzCapPerPerp"] = Numbers.Sent(SizeCap),
            ["maxTransferNtl"] = Numbers.Sent(TransferCap),
            ["coinToOiCap"] = ArrayOf(dex.Perps.Select(perp => new JsonArray(perp.Coin, Numbers.Sent(OpenInterestCap)))),
        };
    }
}
