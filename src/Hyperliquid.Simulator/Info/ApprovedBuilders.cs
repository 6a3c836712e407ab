using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Builders that an account lets charge it.</summary>
internal sealed class ApprovedBuilders : InfoRequest
{
    public override string Type => "approvedBuilders";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf((AccountOf(request, exchange)?.ApprovedBuilders ?? []).Select(builder => JsonValue.Create(builder.ToString())));
}
