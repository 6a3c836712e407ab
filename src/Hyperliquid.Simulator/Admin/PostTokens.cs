using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Lists a token, or gives one another name; canonical pairs are called by the names of their tokens.</summary>
internal sealed class PostTokens : AdminRequest
{
    private const int MostSizeDecimals = 8;
    private const int WeiDecimals = 8;

    public override string Method => "POST";

    public override string Path => "/sim/tokens";

    public override string Usage => """{"name","szDecimals"?} lists one, {"token","name"} renames one""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "token", "name", "szDecimals");
        var universe = simulation.Exchange.Universe;
        var name = request.Text("name");
        if (name.Length == 0 || universe.FindToken(name) is not null)
            throw new AdminException($"\"name\" must be one that no token has; \"{name}\" is not.");
        if (request.Has("token"))
        {
            var renamed = request.Token("token", simulation.Exchange);
            universe.Rename(renamed, name);
            return Describe(renamed);
        }

        var szDecimals = request.Has("szDecimals") ? request.Integer("szDecimals") : 2;
        if (szDecimals is < 0 or > MostSizeDecimals)
            throw new AdminException($"\"szDecimals\" must be within 0 … {MostSizeDecimals}.");
        var token = new Token(universe.Tokens.Count, name, (int)szDecimals, WeiDecimals);
        universe.List(token);
        return Describe(token);
    }

    private static JsonObject Describe(Token token) => new() { ["name"] = token.Name, ["index"] = token.Index };
}
