using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>How collateral is pooled: every account here is of the plain kind.</summary>
internal sealed class UserAbstraction : InfoRequest
{
    public override string Type => "userAbstraction";

    public override JsonNode? Answer(Body request, Exchange exchange) => JsonValue.Create("default");
}
