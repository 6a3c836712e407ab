using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Margin and positions of an account in a dex.</summary>
internal sealed class ClearinghouseStateFeed(Address user, PerpDex dex) : UserDexFeed("clearinghouseState", user, dex)
{
    public static ClearinghouseStateFeed Open(Body subscription, Exchange exchange) =>
        new(subscription.Address("user"), FeedCatalogue.DexOf(subscription, exchange));

    protected override (string Name, JsonNode Value) State(Account account, PerpDex dex, Exchange exchange) =>
        ("clearinghouseState", ClearinghouseState.Of(account, dex, exchange));
}
