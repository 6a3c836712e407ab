using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Limits;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Sets how much clients may ask for; counting by the minute starts anew.</summary>
internal sealed class PostLimits : AdminRequest
{
    private static readonly (string Name, Func<VenueLimits, long> Of, Func<VenueLimits, long, VenueLimits> With)[] Members =
    [
        ("ipWeight", limits => limits.IpWeight, (limits, most) => limits with { IpWeight = most }),
        ("requests", limits => limits.Requests, (limits, most) => limits with { Requests = most }),
        ("postsInFlight", limits => limits.PostsInFlight, (limits, most) => limits with { PostsInFlight = most }),
        ("connections", limits => limits.Connections, (limits, most) => limits with { Connections = most }),
        ("connectionsPerMinute", limits => limits.ConnectionsPerMinute, (limits, most) => limits with { ConnectionsPerMinute = most }),
        ("subscriptions", limits => limits.Subscriptions, (limits, most) => limits with { Subscriptions = most }),
        ("users", limits => limits.Users, (limits, most) => limits with { Users = most }),
        ("openOrders", limits => limits.OpenOrders, (limits, most) => limits with { OpenOrders = most }),
        ("messagesPerMinute", limits => limits.MessagesPerMinute, (limits, most) => limits with { MessagesPerMinute = most }),
        ("scheduledCancelVolume", limits => limits.ScheduledCancelVolume, (limits, most) => limits with { ScheduledCancelVolume = most }),
        ("scheduledCancelsPerDay", limits => limits.ScheduledCancelsPerDay, (limits, most) => limits with { ScheduledCancelsPerDay = most }),
    ];

    public override string Method => "POST";

    public override string Path => "/sim/limits";

    public override string Usage => $$"""{"enforced"?:bool,{{string.Join(',', Members.Select(member => $"\"{member.Name}\"?"))}}}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, ["enforced", .. Members.Select(member => member.Name)]);
        var limits = simulation.Exchange.Limits;
        if (request.Has("enforced"))
            limits = request.Flag("enforced") ? VenueLimits.Venue : VenueLimits.None;
        foreach (var (name, _, with) in Members.Where(member => request.Has(member.Name)))
        {
            limits = request.Integer(name) is >= 0 and <= int.MaxValue and var most
                ? with(limits, most)
                : throw new AdminException($"\"{name}\" must be within 0 … {int.MaxValue}.");
        }

        simulation.Limit(limits);
        return new JsonObject(Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Of(limits))));
    }
}
