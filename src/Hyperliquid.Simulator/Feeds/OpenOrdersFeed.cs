using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>All open orders of an account in a dex, in the long form.</summary>
internal sealed class OpenOrdersFeed(Address user, PerpDex dex) : UserDexFeed("openOrders", user, dex)
{
    public static OpenOrdersFeed Open(Body subscription, Exchange exchange) =>
        new(subscription.Address("user"), FeedCatalogue.DexOf(subscription, exchange));

    protected override (string Name, JsonNode Value) State(Account account, PerpDex dex, Exchange exchange) =>
        ("orders", new JsonArray([.. OpenOrders.Of(account, dex).Select(OrderJson.Frontend)]));
}
