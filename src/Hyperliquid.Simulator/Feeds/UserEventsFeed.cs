using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Fills, cancels that the account did not ask for, and its TWAP orders, on channel <c>user</c>.</summary>
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

        var twaps = block.TwapSteps.Where(step => step.Twap.Account.Address == user).Select(step => TwapJson.Step(step.Twap, step.Step)).ToArray<JsonNode>();
        if (twaps.Length > 0)
            yield return Message(Channel, new JsonObject { ["twapHistory"] = new JsonArray(twaps) });
        var slices = block.Fills.Where(fill => fill.Order.Terms.Twap is not null && fill.Order.Account.Address == user).Select(TwapJson.Slice).ToArray<JsonNode>();
        if (slices.Length > 0)
            yield return Message(Channel, new JsonObject { ["twapSliceFills"] = new JsonArray(slices) });
    }

    private static JsonObject CancelJson(Order order) => new() { ["coin"] = order.Instrument.Coin, ["oid"] = order.Oid };
}
