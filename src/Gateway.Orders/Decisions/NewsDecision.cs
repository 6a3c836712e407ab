using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>What of a venue's news about an order is new. News comes in any order and more than once; out is final.</summary>
internal static class NewsDecision
{
    /// <summary>Answers without changing anything.</summary>
    /// <param name="ledger">What is known.</param>
    /// <param name="news">What the venue says.</param>
    /// <param name="proofMargin">How far past an order's last valid moment the venue's clock must be to prove that it never existed.</param>
    /// <returns>What happened; null: nothing that was not known.</returns>
    public static JournalEvent? Decide(Ledger ledger, VenueEvent news, TimeSpan proofMargin) => news switch
    {
        VenueEvent.OrderFilled filled => Filled(ledger, filled),
        VenueEvent.OrderSent { Order: var id } => Alive(ledger, news, id) is { Times.Sent: null } ? new OrderSent(id, At(news)) : null,
        VenueEvent.OrderAcknowledged { Order: var id } acknowledged => Alive(ledger, news, id) is { } order
            ? Acknowledged(order, acknowledged)
            : null,
        VenueEvent.OrderRejected { Order: var id } rejected => Alive(ledger, news, id) is { } order ? Rejected(order, rejected) : null,
        VenueEvent.OrderDone { Order: var id } done => Alive(ledger, news, id) is { } order ? Done(order, done) : null,
        VenueEvent.CancelRejected { Order: var id } refused => Alive(ledger, news, id) is not null
            ? new CancelRejected(id, refused.Reason)
            : null,

        // Also of an order that is out by now: its answer may come after its fills.
        VenueEvent.IntentConfirmed { Order: var id } named => ledger.Find(id) is { AggregatorOrderId: null } order && order.Terms.Account == news.Account
            ? new IntentConfirmed(id, named.AggregatorOrderId, named.IntentHash)
            : null,

        // An order that has been acknowledged since was not lost, whatever its own answer came to.
        VenueEvent.PlaceUnknown { Order: var id } lost => Alive(ledger, news, id) is { } order && !order.State.HasFlag(OrderState.Acked)
            ? Unknown(order, lost.Cause)
            : null,
        VenueEvent.CancelUnknown { Order: var id } lost => Alive(ledger, news, id) is { } order ? Unknown(order, lost.Cause) : null,
        VenueEvent.OrderNotFound { Order: var id } missing => Alive(ledger, news, id) is { } order
            ? NotFound(order, missing, proofMargin)
            : null,
        _ => null,
    };

    private static Order? Alive(Ledger ledger, VenueEvent news, OrderId id) =>
        ledger.Find(id) is { IsOut: false } order && order.Terms.Account == news.Account ? order : null;

    private static OrderFilled? Filled(Ledger ledger, VenueEvent.OrderFilled news)
    {
        if (ledger.FindFill(OrderFill.IdOf(news.Fill)) is not null)
            return null;

        var fill = news.Fill with
        {
            TradeTime = Microseconds.Of(news.Fill.TradeTime),
            ReceivedTime = Microseconds.Of(news.Fill.ReceivedTime),
        };
        if (news.Order is not { } id || ledger.Find(id) is not { } order || order.Terms.Account != fill.Account)
            return new OrderFilled(Order: null, fill, FillWarnings.NotOurOrder);

        // A venue's trades know of no route; the order does.
        if (fill.Market?.IsSameBookAs(order.Terms.Market) == true)
            fill = fill with { Market = order.Terms.Market };

        var after = order.Filled + (fill.Quantity ?? Quantity.Zero);
        return new OrderFilled(
            id,
            fill,
            (order.IsOut ? FillWarnings.FillAfterOut : FillWarnings.None)
                | (after > order.Terms.Quantity ? FillWarnings.Overfilled : FillWarnings.None));
    }

    private static OrderAcknowledged? Acknowledged(Order order, VenueEvent.OrderAcknowledged news) =>
        order.State.HasFlag(OrderState.Acked) && !order.State.HasFlag(OrderState.Stale) && order.ExchangeOrderId == news.ExchangeOrderId
            ? null
            : new OrderAcknowledged(order.Id, news.ExchangeOrderId, At(news));

    // What has traded was not refused: its rest was ended.
    private static JournalEvent Rejected(Order order, VenueEvent.OrderRejected news) =>
        order.State.HasFlag(OrderState.Filled)
            ? new OrderDone(order.Id, DoneCause.Canceled, order.Filled, news.Reason, news.ExchangeOrderId, At(news))
            : new OrderRejected(order.Id, news.Reason, news.ExchangeOrderId, At(news));

    private static OrderDone? Done(Order order, VenueEvent.OrderDone news)
    {
        // Once a number of executed units is known, its fills are waited for, whatever is said without a number.
        var known = order.End is { } end
            && (news.Executed is null || (end.Cause == news.Cause && end.Executed == news.Executed));
        return known ? null : new OrderDone(order.Id, news.Cause, news.Executed, news.Words, news.ExchangeOrderId, At(news));
    }

    private static OutcomeUnknown? Unknown(Order order, string cause) =>
        order.State.HasFlag(OrderState.Stale) ? null : new OutcomeUnknown(order.Id, cause);

    private static JournalEvent? NotFound(Order order, VenueEvent.OrderNotFound news, TimeSpan proofMargin)
    {
        // An end that the venue has counted is not unsaid by its forgetting the order: the missing fills are still waited for.
        if (order.End is not null || news.VenueTime <= order.ValidUntil + proofMargin)
            return null;
        return order.State.HasFlag(OrderState.Acked)
            ? new OrderVanished(order.Id, At(news))
            : new OrderRejected(
                order.Id,
                $"The order never reached the venue: it was valid until {order.ValidUntil:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}, " +
                "and after that the venue still knew nothing of it.",
                ExchangeOrderId: null,
                At(news));
    }

    private static DateTimeOffset At(VenueEvent news) => Microseconds.Of(news.At);
}
