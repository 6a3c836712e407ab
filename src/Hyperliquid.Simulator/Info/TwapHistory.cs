using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What became of an account's TWAP orders, the latest first.</summary>
internal sealed class TwapHistory : InfoRequest
{
    public override string Type => "twapHistory";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange) => ArrayOf(TwapJson.History(AccountOf(request, exchange)));
}
