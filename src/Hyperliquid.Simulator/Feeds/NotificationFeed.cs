using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>A sentence for the screen whenever a resting order of an account is filled.</summary>
internal sealed class NotificationFeed(Address user)
    : Feed(new() { ["type"] = "notification", ["user"] = user.ToString() })
{
    public override int Rank => 5;

    public override Address? User => user;

    public static NotificationFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange) => block.Fills
        .Where(fill => !fill.Crossed && fill.Order.Account.Address == user)
        .Select(fill => Message("notification", new JsonObject { ["notification"] = TextOf(fill) }));

    private static string TextOf(Fill fill) =>
        $"Resting order filled: {(fill.Order.IsBuy ? "Bought" : "Sold")} {Numbers.Plain(fill.Sz)} {fill.Order.Instrument.Coin} at ${Numbers.Plain(fill.Px)}";
}
