using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Faults;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Asks for something to go wrong; <c>disconnect</c> and <c>postOnly</c> take effect at once.</summary>
internal sealed class PostFaults : AdminRequest
{
    private const string Disconnect = "disconnect";
    private const string PostOnly = "postOnly";

    private static readonly Dictionary<string, FaultKind> Kinds =
        Enum.GetValues<FaultKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.Ordinal);

    public override string Method => "POST";

    public override string Path => "/sim/faults";

    public override string Usage => """{"kind","count"?,"user"?,"ms"?,"seed"?}; kinds: """ + string.Join(", ", Names);

    private static IEnumerable<string> Names => [.. Kinds.Keys, Disconnect, PostOnly];

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "kind", "count", "user", "ms", "seed");
        switch (request.Text("kind"))
        {
            case Disconnect:
                simulation.DropAll();
                break;
            case PostOnly:
                simulation.Exchange.IsPostOnly = true;
                break;
            case var name when Kinds.TryGetValue(name, out var kind):
                simulation.Faults.Add(FaultOf(kind, request));
                break;
            case var name:
                throw new AdminException($"There is no fault \"{name}\"; there are: {string.Join(", ", Names)}.");
        }

        return new JsonObject { ["waiting"] = simulation.Faults.Waiting.Count };
    }

    private static Fault FaultOf(FaultKind kind, AdminBody request)
    {
        var count = request.Has("count") ? request.Integer("count") : (long?)null;
        if (count is < 1 or > int.MaxValue)
            throw new AdminException("\"count\" must be at least 1.");
        var milliseconds = request.Has("ms") ? request.Integer("ms") : 0;
        if (kind is FaultKind.DelayReplies or FaultKind.DelayFeeds && milliseconds <= 0)
            throw new AdminException("\"ms\" says how long messages are held back, above zero.");
        if (milliseconds < 0)
            throw new AdminException("\"ms\" must not be below zero.");
        var seed = request.Has("seed") ? request.Integer("seed") : 0;
        return new(kind, request.Has("user") ? request.Address("user") : null, milliseconds)
        {
            Left = (int?)count,
            Chance = new(seed is >= 0 and <= int.MaxValue ? (int)seed : throw new AdminException($"\"seed\" must be within 0 … {int.MaxValue}.")),
        };
    }
}
