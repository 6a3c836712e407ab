using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>How an account's money is pooled.</summary>
internal sealed class UserAbstraction : InfoRequest
{
    public override string Type => "userAbstraction";

    public override JsonNode? Answer(Body request, Exchange exchange) => JsonNamingPolicy.CamelCase.ConvertName((AccountOf(request, exchange)?.Mode ?? AccountMode.Default).ToString());
}
