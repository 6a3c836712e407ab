using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>The TWAP orders of an account that run in a dex; those in spot are with the venue's own.</summary>
internal sealed class TwapStatesFeed(Address user, PerpDex dex)
    : UserDexFeed("twapStates", user, dex)
{
    public static TwapStatesFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"), FeedCatalogue.DexOf(subscription, exchange));

    protected override (string Name, JsonNode Value) State(Account account, PerpDex dex, Exchange exchange) => ("states", new JsonArray(
        [.. account.Twaps.Where(twap => twap.IsRunning && DexOf(twap, exchange) == dex).Select(twap => new JsonArray(twap.Id, TwapJson.State(twap)))]));

    private static PerpDex DexOf(Twap twap, Exchange exchange) => twap.Terms.Instrument is Perp perp ? perp.Dex : exchange.Universe.Default;
}
