using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Fills and cancels that the account did not ask for, on channel <c>user</c>.</summary>
internal sealed class UserEventsFeed(Address user)
    : Feed(new() { ["type"] = "userEvents", ["user"] = user.ToString() })
{
    private const string Channel = "user";

    public override int Rank => 2;

    public override Address? User => user;

    public static UserEventsFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var fills = block.Fills.Where(fill => fill.Order.Account.Address == user).Select(FillJson.Of).ToArray<JsonNode>();
        if (fills.Length > 0)
            yield return Message(Channel, new JsonObject { ["fills"] = new JsonArray(fills) });

        var cancels = block.NonUserCancels.Where(order => order.Account.Address == user).Select(CancelJson).ToArray<JsonNode>();
        if (cancels.Length > 0)
            yield return Message(Channel, new JsonObject { ["nonUserCancel"] = new JsonArray(cancels) });
    }

    private static JsonObject CancelJson(Order order) => new() { ["coin"] = order.Instrument.Coin, ["oid"] = order.Oid };
}
