using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Opens a builder's perp dex without markets.</summary>
internal sealed class PostDexs : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/dexs";

    public override string Usage => """{"name","fullName"?,"collateral"?}; collateral is a token, USDC unless told""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "name", "fullName", "collateral");
        var universe = simulation.Exchange.Universe;
        var name = request.Text("name");
        if (name.Length is < 2 or > 6 || name.Any(letter => !char.IsAsciiLetterLower(letter)))
            throw new AdminException("\"name\" must be 2 to 6 lower-case letters.");
        if (universe.FindDex(name) is not null)
            throw new AdminException($"There is a dex \"{name}\" already.");
        var collateral = request.Has("collateral") ? request.Token("collateral", simulation.Exchange) : universe.Default.Collateral;
        var dex = universe.Deploy(name, request.Has("fullName") ? request.Text("fullName") : name, collateral);
        return new JsonObject { ["name"] = dex.Name, ["index"] = dex.Index, ["firstAsset"] = dex.FirstAsset };
    }
}
