using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Named API wallets; the unnamed one is not listed.</summary>
internal sealed class ExtraAgents : InfoRequest
{
    public override string Type => "extraAgents";

    public override JsonNode? Answer(Body request, Exchange exchange) => ArrayOf(exchange.Agents.Of(request.Address("user"))
        .Where(agent => agent.Name is not null)
        .Select(agent => new JsonObject { ["name"] = agent.Name, ["address"] = agent.Address.ToString(), ["validUntil"] = agent.ValidUntil }));
}
