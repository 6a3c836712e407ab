using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Fills of an account's TWAP orders: first the latest as a snapshot, oldest first, then those of each block.</summary>
internal sealed class UserTwapSliceFillsFeed(Address user)
    : Feed(new() { ["type"] = "userTwapSliceFills", ["user"] = user.ToString() })
{
    public override int Rank => 3;

    public override Address? User => user;

    public static UserTwapSliceFillsFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = Data((exchange.Find(user)?.Fills ?? []).Where(fill => fill.Order.Terms.Twap is not null).TakeLast(UserTwapSliceFills.Most));
        snapshot["isSnapshot"] = true;
        yield return Message("userTwapSliceFills", snapshot);
    }

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var own = block.Fills.Where(fill => fill.Order.Terms.Twap is not null && fill.Order.Account.Address == user).ToList();
        if (own.Count > 0)
            yield return Message("userTwapSliceFills", Data(own));
    }

    private JsonObject Data(IEnumerable<Fill> fills) => new()
    {
        ["user"] = user.ToString(),
        ["twapSliceFills"] = new JsonArray([.. fills.Select(TwapJson.Slice)]),
    };
}
