using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Funding that an account paid or got: none.</summary>
internal sealed class UserFunding : InfoRequest
{
    public override string Type => "userFunding";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
