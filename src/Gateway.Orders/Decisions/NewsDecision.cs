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

        VenueEvent.PlaceUnknown { Order: var id } lost => Alive(ledger, news, id) is { } order && IsUnknown(order, lost.Leg)
            ? Unknown(order, lost.Cause)
            : null,
        VenueEvent.CancelUnknown { Order: var id } lost => Alive(ledger, news, id) is { } order ? Unknown(order, lost.Cause) : null,
        VenueEvent.OrderNotFound { Order: var id } missing => Alive(ledger, news, id) is { } order
            ? NotFound(order, missing, proofMargin)
            : null,
        _ => null,
    };

    private static Order? Alive(Ledger ledger, VenueEvent news, OrderId id) =>
        ledger.FindOpen(id) is { } order && order.Terms.Account == news.Account ? order : null;

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
                | (after > order.Most() ? FillWarnings.Overfilled : FillWarnings.None),
            Leg: news.Leg);
    }

    private static OrderAcknowledged? Acknowledged(Order order, VenueEvent.OrderAcknowledged news)
    {
        // That the present leg stood may have been said before it was replaced; only what is known of the leg to come settles anything.
        var (expected, number) = order.Replacement is { } change ? (change.Leg, change.ExchangeOrderId) : (order.Leg, order.ExchangeOrderId);
        if (news.Leg != expected)
            return null;
        return order.State.HasFlag(OrderState.Acked) && !order.State.HasFlag(OrderState.Stale) && number == news.ExchangeOrderId
            ? null
            : new OrderAcknowledged(order.Id, news.ExchangeOrderId, At(news), news.Leg);
    }

    private static JournalEvent? Rejected(Order order, VenueEvent.OrderRejected news)
    {
        if (order.Replacement is { } change && change.Leg == news.Leg)
        {
            return change.IsKnown
                ? new OrderDone(order.Id, DoneCause.Canceled, change.Filled, news.Reason, news.ExchangeOrderId, At(news), news.Leg)
                : new ModifyRejected(order.Id, news.Leg, news.Reason, WasSent: true, At(news));
        }

        if (news.Leg != order.Leg)
            return null;

        // What has traded, or replaced what had been taken in, was not refused: its rest was ended.
        return order.State.HasFlag(OrderState.Filled) || order.LastLeg > 0
            ? new OrderDone(order.Id, DoneCause.Canceled, order.FilledByPresentLeg(), news.Reason, news.ExchangeOrderId, At(news), news.Leg)
            : new OrderRejected(order.Id, news.Reason, news.ExchangeOrderId, At(news));
    }

    private static OrderDone? Done(Order order, VenueEvent.OrderDone news)
    {
        var change = order.Replacement is { } pending && pending.Leg == news.Leg ? pending : null;
        if (change is null && news.Leg != order.Leg)
            return null;

        // Once a number of executed units is known, its fills are waited for, whatever is said without a number.
        var (last, former) = change is null ? (order.End, order.Former) : (change.End, Quantity.Zero);
        var known = last is { } end
            && (news.Executed is not { } executed || (end.Cause == news.Cause && end.IsCounted && end.Executed == former + executed));
        return known ? null : new OrderDone(order.Id, news.Cause, news.Executed, news.Words, news.ExchangeOrderId, At(news), news.Leg);
    }

    // What has been acknowledged since was not lost, whatever its own answer came to.
    private static bool IsUnknown(Order order, int leg) => order.Replacement is { } change && change.Leg == leg
        ? !change.IsKnown
        : leg == order.Leg && !order.State.HasFlag(OrderState.Acked);

    private static OutcomeUnknown? Unknown(Order order, string cause) =>
        order.State.HasFlag(OrderState.Stale) ? null : new OutcomeUnknown(order.Id, cause);

    private static JournalEvent? NotFound(Order order, VenueEvent.OrderNotFound news, TimeSpan proofMargin)
    {
        if (order.Replacement is { } change)
            return NotFound(order, change, news, proofMargin);
        if (news.Leg != order.Leg)
            return null;

        // An end that the venue has counted is not unsaid by its forgetting the order: the missing fills are still waited for.
        if (order.End is not null || news.VenueTime <= order.ValidUntil + proofMargin)
            return null;
        return order.State.HasFlag(OrderState.Acked)
            ? new OrderVanished(order.Id, At(news))
            : new OrderRejected(order.Id, NeverArrived("order", order.ValidUntil), ExchangeOrderId: null, At(news));
    }

    private static JournalEvent? NotFound(Order order, Replacement change, VenueEvent.OrderNotFound news, TimeSpan proofMargin)
    {
        if (news.Leg == change.Leg)
        {
            if (change.End is not null || news.VenueTime <= change.ValidUntil + proofMargin)
                return null;
            return change.IsKnown
                ? new OrderDone(order.Id, DoneCause.Canceled, change.Filled, OrderLife.Forgotten, ExchangeOrderId: null, At(news), news.Leg)
                : new ModifyRejected(order.Id, news.Leg, NeverArrived("change", change.ValidUntil), WasSent: true, At(news));
        }

        // Forgotten, so ended; whether it was replaced is not told by that.
        return news.Leg != order.Leg || order.End is not null || news.VenueTime <= order.ValidUntil + proofMargin
            ? null
            : new OrderDone(order.Id, DoneCause.Canceled, order.FilledByPresentLeg(), OrderLife.Forgotten, ExchangeOrderId: null, At(news), news.Leg);
    }

    private static string NeverArrived(string what, DateTimeOffset validUntil) =>
        $"The {what} never reached the venue: it was valid until {validUntil:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}, " +
        "and after that the venue still knew nothing of it.";

    private static DateTimeOffset At(VenueEvent news) => Microseconds.Of(news.At);
}
