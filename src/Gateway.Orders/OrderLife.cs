using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// What becomes of an order by what happened. Every combination of state bits that exists is made here:
/// Open with any of Acked, Filled, Canceling, Stale; Acked+Filled+Out; Acked+Canceled+Out with or without Filled; Rejected+Out;
/// Canceled+Out for one that was canceled before it was sent.
/// </summary>
internal static class OrderLife
{
    public const string Forgotten = "the venue no longer knows this order";

    public static Order Sent(this Order order, DateTimeOffset at) =>
        order with { Times = order.Times with { Sent = order.Times.Sent ?? at } };

    public static Order Acknowledged(this Order order, string exchangeOrderId, int leg, DateTimeOffset at)
    {
        var state = (order.State | OrderState.Acked) & ~OrderState.Stale;
        var times = order.Times.Acknowledged is null ? order.Times with { Acknowledged = at } : order.Times;
        return order.Replacement is { } change && change.Leg == leg
            ? (order with { State = state, Times = times, Replacement = change with { ExchangeOrderId = exchangeOrderId } }).SettleReplacement(at)
            : order with { State = state, Times = times, ExchangeOrderId = exchangeOrderId };
    }

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
        this Order order, DoneCause cause, Quantity? executed, string words, string? exchangeOrderId, int leg, DateTimeOffset at)
    {
        // What was not counted may be anything up to the whole: it stays open until the venue, asked, has counted.
        if (order.Replacement is { } change && change.Leg == leg)
        {
            return (order with
            {
                Replacement = change with
                {
                    ExchangeOrderId = exchangeOrderId ?? change.ExchangeOrderId,
                    End = new OrderEnd(cause, executed ?? change.Size, words, executed is not null),
                },
            }).SettleReplacement(at);
        }

        var end = new OrderEnd(cause, executed is { } some ? order.Former + some : order.Terms.Quantity, words, executed is not null);

        // Whether it was replaced is in doubt as much as before.
        var doubt = order.Replacement is null ? OrderState.None : order.State & OrderState.Stale;
        if (order is { Replacement: null, RejectReason: { } refusal } && (order.End is not null || order.State.HasFlag(OrderState.Stale)))
            end = end.Because(refusal);

        // One that the venue gave no number to, and of which nothing traded, has never been there.
        var wasThere = exchangeOrderId is not null || executed is not { IsZero: true };
        return (order with
        {
            State = ((order.State | (wasThere ? OrderState.Acked : OrderState.None)) & ~OrderState.Stale) | doubt,
            ExchangeOrderId = exchangeOrderId ?? order.ExchangeOrderId,
            Times = wasThere ? order.Times with { Acknowledged = order.Times.Acknowledged ?? at } : order.Times,
            End = end,
        }).SettleReplacement(at);
    }

    public static Order Traded(this Order order, Fill fill, int leg)
    {
        if (order.Replacement is { } change && change.Leg == leg)
        {
            order = order with
            {
                Replacement = change with
                {
                    Filled = change.Filled + (fill.Quantity ?? Quantity.Zero),
                    ExchangeOrderId = change.ExchangeOrderId ?? fill.ExchangeOrderId,
                },
            };
        }

        var counted = order with
        {
            Filled = order.Filled + (fill.Quantity ?? Quantity.Zero),
            Cost = order.Cost + (fill is { Price: { } price, Quantity: { } quantity } ? price.Value * quantity.Value : 0),
            Priced = order.Priced + (fill.Price is null ? Quantity.Zero : fill.Quantity ?? Quantity.Zero),
        };
        if (order.IsOut)
            return order.State.HasFlag(OrderState.Rejected) ? counted : counted with { State = order.State | OrderState.Acked | OrderState.Filled };

        return (counted with
        {
            State = order.State | OrderState.Acked | OrderState.Filled,
            ExchangeOrderId = order.ExchangeOrderId ?? (leg == order.Leg ? fill.ExchangeOrderId : null),
            Times = order.Times with { Acknowledged = order.Times.Acknowledged ?? fill.ReceivedTime },
        }).SettleReplacement(fill.ReceivedTime);
    }

    /// <summary>A foreign order has traded so much, by the venue's account.</summary>
    public static Order TradedElsewhere(this Order order, Quantity filled, DateTimeOffset at) =>
        (order with { Filled = filled, State = order.State | OrderState.Filled }).OutIfComplete(at);

    public static Order OutIfComplete(this Order order, DateTimeOffset at)
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
        State = OrderState.Out | (order.State & OrderState.Acked)
            | (filled ? OrderState.Filled : OrderState.Canceled | (order.State & OrderState.Filled)),
        RejectReason = reason,
        End = null,
        Times = order.Times with { Out = at },
    };
}
