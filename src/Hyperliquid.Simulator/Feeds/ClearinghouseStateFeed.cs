using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Margin and positions of an account in a dex.</summary>
internal sealed class ClearinghouseStateFeed(Address user, PerpDex dex)
    : StateFeed(new() { ["type"] = "clearinghouseState", ["user"] = user.ToString(), ["dex"] = dex.Name })
{
    public override Address? User => user;

    public static ClearinghouseStateFeed Open(Body subscription, Exchange exchange) =>
        new(subscription.Address("user"), FeedCatalogue.DexOf(subscription, exchange));

    protected override JsonNode Data(Exchange exchange) => new JsonObject
    {
        ["dex"] = dex.Name,
        ["user"] = user.ToString(),
        ["clearinghouseState"] = ClearinghouseState.Of(exchange.Find(user) ?? new(user), dex, exchange),
    };
}
