using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>An account's fills: first the latest as a snapshot, oldest first, then those of each block.</summary>
internal sealed class UserFillsFeed(Address user, bool aggregated)
    : Feed(new() { ["type"] = "userFills", ["user"] = user.ToString(), ["aggregateByTime"] = aggregated })
{
    private const int MostInSnapshot = 2000;

    public override int Rank => 1;

    public override Address? User => user;

    public static UserFillsFeed Open(Body subscription, Exchange exchange) =>
        new(subscription.Address("user"), subscription.Has("aggregateByTime") && subscription.Flag("aggregateByTime"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = Data((exchange.Find(user)?.Fills ?? []).TakeLast(MostInSnapshot));
        snapshot["isSnapshot"] = true;
        yield return Message("userFills", snapshot);
    }

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var own = block.Fills.Where(fill => fill.Order.Account.Address == user).ToList();
        if (own.Count > 0)
            yield return Message("userFills", Data(own));
    }

    private JsonObject Data(IEnumerable<Fill> fills) => new()
    {
        ["user"] = user.ToString(),
        ["fills"] = new JsonArray([.. (aggregated ? FillJson.Aggregate(fills) : fills).Select(FillJson.Of)]),
    };
}
