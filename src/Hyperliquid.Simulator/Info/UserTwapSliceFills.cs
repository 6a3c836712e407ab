using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Fills of an account's TWAP orders, the latest first.</summary>
internal sealed class UserTwapSliceFills : InfoRequest
{
    public const int Most = 2000;

    public override string Type => "userTwapSliceFills";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange) => ArrayOf(
        (AccountOf(request, exchange)?.Fills ?? []).Where(fill => fill.Order.Terms.Twap is not null).Reverse().Take(Most).Select(TwapJson.Slice));
}
