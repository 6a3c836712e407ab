using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Steps of an account's orders: one message per block, no snapshot, no address in it.</summary>
internal sealed class OrderUpdatesFeed(Address user)
    : Feed(new() { ["type"] = "orderUpdates", ["user"] = user.ToString() })
{
    public override int Rank => 0;

    public override Address? User => user;

    public static OrderUpdatesFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var own = block.OrderUpdates.Where(update => update.Order.Account.Address == user).Select(OrderJson.Update).ToArray<JsonNode>();
        if (own.Length > 0)
            yield return Message("orderUpdates", new JsonArray(own));
    }
}
