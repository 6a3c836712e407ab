using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// What becomes of an order by what happened. Every combination of state bits that exists is made here:
/// Open with any of Acked, Filled, Canceling, Stale; Acked+Filled+Out; Acked+Canceled+Out with or without Filled; Rejected+Out.
/// </summary>
internal static class OrderLife
{
    private const string Forgotten = "the venue no longer knows this order";

    public static Order Sent(this Order order, DateTimeOffset at) =>
        order with { Times = order.Times with { Sent = order.Times.Sent ?? at } };

    public static Order Acknowledged(this Order order, string exchangeOrderId, DateTimeOffset at) => order with
    {
        State = (order.State | OrderState.Acked) & ~OrderState.Stale,
        ExchangeOrderId = exchangeOrderId,
        Times = order.Times with { Acknowledged = order.Times.Acknowledged ?? at },
    };

    public static Order Rejected(this Order order, string reason, string? exchangeOrderId, DateTimeOffset at) => order with
    {
        State = OrderState.Rejected | OrderState.Out,
        RejectReason = reason,
        ExchangeOrderId = exchangeOrderId ?? order.ExchangeOrderId,
        Times = order.Times with { Out = at },
    };

    public static Order CancelRequested(this Order order) => order with { State = order.State | OrderState.Canceling };

    public static Order Unknown(this Order order) => order with { State = order.State | OrderState.Stale };

    public static Order Vanished(this Order order, DateTimeOffset at) =>
        order.Out(filled: false, Forgotten, at);

    public static Order Done(
        this Order order, DoneCause cause, Quantity? executed, string words, string? exchangeOrderId, DateTimeOffset at)
    {
        // What was not counted may be anything up to the whole: it stays open until the venue, asked, has counted.
        var expected = executed ?? order.Terms.Quantity;
        return (order with
        {
            State = (order.State | OrderState.Acked) & ~OrderState.Stale,
            ExchangeOrderId = exchangeOrderId ?? order.ExchangeOrderId,
            Times = order.Times with { Acknowledged = order.Times.Acknowledged ?? at },
            End = new OrderEnd(cause, expected, words),
        }).OutIfComplete(at);
    }

    public static Order Traded(this Order order, Fill fill)
    {
        var counted = order with
        {
            Filled = order.Filled + (fill.Quantity ?? Quantity.Zero),
            Cost = order.Cost + (fill is { Price: { } price, Quantity: { } quantity } ? price.Value * quantity.Value : 0),
            Priced = order.Priced + (fill.Price is null ? Quantity.Zero : fill.Quantity ?? Quantity.Zero),
        };
        if (order.IsOut)
            return order.State.HasFlag(OrderState.Rejected) ? counted : counted with { State = order.State | OrderState.Filled };

        return (counted with
        {
            State = order.State | OrderState.Acked | OrderState.Filled,
            ExchangeOrderId = order.ExchangeOrderId ?? fill.ExchangeOrderId,
            Times = order.Times with { Acknowledged = order.Times.Acknowledged ?? fill.ReceivedTime },
        }).OutIfComplete(fill.ReceivedTime);
    }

    private static Order OutIfComplete(this Order order, DateTimeOffset at)
    {
        if (order.Filled >= order.Terms.Quantity)
            return order.Out(filled: true, reason: null, at);
        if (order.End is not { } end || order.Filled < end.Executed)
            return order;
        return end.Cause == DoneCause.Filled
            ? order.Out(filled: true, reason: null, at)
            : order.Out(filled: false, order.State.HasFlag(OrderState.Canceling) ? null : end.Words, at);
    }

    private static Order Out(this Order order, bool filled, string? reason, DateTimeOffset at) => order with
    {
        State = OrderState.Acked | OrderState.Out
            | (filled ? OrderState.Filled : OrderState.Canceled | (order.State & OrderState.Filled)),
        RejectReason = reason,
        End = null,
        Times = order.Times with { Out = at },
    };
}
