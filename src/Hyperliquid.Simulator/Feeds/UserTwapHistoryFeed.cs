using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>What becomes of an account's TWAP orders: first all as a snapshot, then each step.</summary>
internal sealed class UserTwapHistoryFeed(Address user)
    : Feed(new() { ["type"] = "userTwapHistory", ["user"] = user.ToString() })
{
    public override int Rank => 3;

    public override Address? User => user;

    public static UserTwapHistoryFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = Data(TwapJson.History(exchange.Find(user)).Reverse());
        snapshot["isSnapshot"] = true;
        yield return Message("userTwapHistory", snapshot);
    }

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var own = block.TwapSteps.Where(step => step.Twap.Account.Address == user).Select(step => TwapJson.Step(step.Twap, step.Step)).ToList();
        if (own.Count > 0)
            yield return Message("userTwapHistory", Data(own));
    }

    private JsonObject Data(IEnumerable<JsonObject> steps) => new()
    {
        ["user"] = user.ToString(),
        ["history"] = new JsonArray([.. steps]),
    };
}
