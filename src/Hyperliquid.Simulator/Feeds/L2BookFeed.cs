using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>The whole book of a coin, every half second while it changes and every five seconds while it does not.</summary>
internal sealed class L2BookFeed(Market market, int? significantFigures, int? mantissa)
    : Feed(new() { ["type"] = "l2Book", ["coin"] = market.Instrument.Coin, ["nSigFigs"] = significantFigures, ["mantissa"] = mantissa })
{
    private readonly Cadence cadence = new(least: 500, most: 5_000);

    public override int Rank => 5;

    public static L2BookFeed Open(Body subscription, Exchange exchange) => new(
        FeedCatalogue.MarketOf(subscription, exchange),
        L2Book.OneOf(subscription, "nSigFigs", 2, 3, 4, 5),
        L2Book.OneOf(subscription, "mantissa", 2, 5));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        yield return Now(exchange);
    }

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        if (block.ChangedBooks.Contains(market.Instrument))
            cadence.Mark();
        return [];
    }

    public override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (cadence.IsDue(now))
            yield return Now(exchange);
    }

    private JsonObject Now(Exchange exchange) =>
        Message("l2Book", MarketJson.Book(market, exchange.Clock.Now, significantFigures, mantissa));
}
