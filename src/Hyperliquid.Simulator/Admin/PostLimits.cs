using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Limits;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Sets how much clients may ask for; counting by the minute starts anew.</summary>
internal sealed class PostLimits : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/limits";

    public override string Usage =>
        """{"enforced"?:bool,"ipWeight"?,"requests"?,"postsInFlight"?,"connections"?,"connectionsPerMinute"?,"subscriptions"?,"users"?,"openOrders"?}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(
            body, "enforced", "ipWeight", "requests", "postsInFlight", "connections", "connectionsPerMinute", "subscriptions", "users", "openOrders");
        var start = simulation.Exchange.Limits;
        if (request.Has("enforced"))
            start = request.Flag("enforced") ? VenueLimits.Venue : VenueLimits.None;
        var limits = new VenueLimits
        {
            IpWeight = Limit("ipWeight", start.IpWeight),
            Requests = Limit("requests", start.Requests),
            PostsInFlight = Limit("postsInFlight", start.PostsInFlight),
            Connections = Limit("connections", start.Connections),
            ConnectionsPerMinute = Limit("connectionsPerMinute", start.ConnectionsPerMinute),
            Subscriptions = Limit("subscriptions", start.Subscriptions),
            Users = Limit("users", start.Users),
            OpenOrders = Limit("openOrders", start.OpenOrders),
        };
        simulation.Limit(limits);
        return new JsonObject
        {
            ["ipWeight"] = limits.IpWeight,
            ["requests"] = limits.Requests,
            ["postsInFlight"] = limits.PostsInFlight,
            ["connections"] = limits.Connections,
            ["connectionsPerMinute"] = limits.ConnectionsPerMinute,
            ["subscriptions"] = limits.Subscriptions,
            ["users"] = limits.Users,
            ["openOrders"] = limits.OpenOrders,
        };

        long Limit(string name, long otherwise)
        {
            if (!request.Has(name))
                return otherwise;
            return request.Integer(name) is >= 0 and <= int.MaxValue and var limit
                ? limit
                : throw new AdminException($"\"{name}\" must be within 0 … {int.MaxValue}.");
        }
    }
}
