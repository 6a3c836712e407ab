using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>What of a venue's news about an order that nobody of this gateway placed is new.</summary>
internal static class ForeignDecision
{
    /// <summary>Answers without changing anything.</summary>
    /// <param name="ledger">What is known.</param>
    /// <param name="news">What the venue says.</param>
    /// <param name="market">Where the order stands; null: no market of that name is known.</param>
    /// <returns>What happened; null: nothing that was not known. The end of an order that was never seen to stand is none.</returns>
    public static JournalEvent? Decide(Ledger ledger, VenueEvent.ForeignOrder news, Market? market) =>
        ledger.FindForeign(news.Account, news.ExchangeOrderId) is { } known
            ? known.IsOut || news.Filled <= known.Filled ? null : new ForeignOrderTraded(known.Id, news.Filled, Microseconds.Of(news.At))
            : news.Ended is null && market is not null ? new ForeignOrderFound(ledger.NextOrder, TermsOf(news, market), news.ExchangeOrderId, news.Filled, Microseconds.Of(news.At))
            : null;

    /// <summary>What else the venue says of an order that is known: the same as it would of one of ours.</summary>
    public static VenueEvent? Rest(Ledger ledger, VenueEvent.ForeignOrder news) =>
        ledger.FindForeign(news.Account, news.ExchangeOrderId) is not { IsOut: false } known ? null
        : news.Ended is { } cause ? new VenueEvent.OrderDone(news.Account, known.Id, cause, known.Filled, news.Words, news.ExchangeOrderId, news.At)
        : new VenueEvent.OrderAcknowledged(news.Account, known.Id, news.ExchangeOrderId, news.At);

    // It rests, and by whose will it does is not told.
    private static OrderTerms TermsOf(VenueEvent.ForeignOrder news, Market market) => OrderTerms.Of(new()
    {
        Account = news.Account,
        Market = market,
        Side = news.Terms.Side,
        Price = news.Terms.Price,
        Quantity = news.Terms.Quantity,
        TimeInForce = TimeInForce.GoodTilCanceled,
        ReduceOnly = news.Terms.ReduceOnly,
    });
}
