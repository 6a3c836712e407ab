using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>What an account could trade of a perpetual.</summary>
internal sealed class ActiveAssetDataFeed(Address user, Market market)
    : StateFeed(new() { ["type"] = "activeAssetData", ["user"] = user.ToString(), ["coin"] = market.Instrument.Coin })
{
    public override Address? User => user;

    public static ActiveAssetDataFeed Open(Body subscription, Exchange exchange) =>
        FeedCatalogue.MarketOf(subscription, exchange) is { Instrument: Perp } market
            ? new(subscription.Address("user"), market)
            : throw new UnsupportedException();

    protected override JsonNode Data(Exchange exchange) =>
        ActiveAssetData.Of(exchange.Find(user) ?? new(user), (Perp)market.Instrument, market, exchange);
}
