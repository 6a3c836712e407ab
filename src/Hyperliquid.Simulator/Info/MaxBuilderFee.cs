using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What a builder may charge: nothing, since approvals are not taken yet.</summary>
internal sealed class MaxBuilderFee : InfoRequest
{
    public override string Type => "maxBuilderFee";

    public override JsonNode? Answer(Body request, Exchange exchange) => JsonValue.Create(0);
}
