using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Gives a customer of the trade-intent API a key for an agent wallet.</summary>
internal sealed class PostApiKeys : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/apikeys";

    public override string Usage => """{"apiKey","agentWallet"}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "apiKey", "agentWallet");
        var (key, wallet) = (request.Text("apiKey"), request.Address("agentWallet"));
        if (key.Length == 0)
            throw new AdminException("\"apiKey\" must not be empty.");
        simulation.ApiKeys.Register(key, wallet);
        return new JsonObject { ["agentWallet"] = wallet.ToString() };
    }
}
