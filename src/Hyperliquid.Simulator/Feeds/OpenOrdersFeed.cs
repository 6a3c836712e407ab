using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>All open orders of an account in a dex, in the long form.</summary>
internal sealed class OpenOrdersFeed(Address user, PerpDex dex)
    : StateFeed(new() { ["type"] = "openOrders", ["user"] = user.ToString(), ["dex"] = dex.Name })
{
    public override Address? User => user;

    public static OpenOrdersFeed Open(Body subscription, Exchange exchange) =>
        new(subscription.Address("user"), FeedCatalogue.DexOf(subscription, exchange));

    protected override JsonNode Data(Exchange exchange) => new JsonObject
    {
        ["dex"] = dex.Name,
        ["user"] = user.ToString(),
        ["orders"] = new JsonArray([.. exchange.Find(user) is { } account ? OpenOrders.Of(account, dex).Select(OrderJson.Frontend) : []]),
    };
}
