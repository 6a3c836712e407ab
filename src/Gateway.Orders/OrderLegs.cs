using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// What an order whose change is not settled amounts to. The change is settled once the leg to come is known at the venue and the end of
/// the present one is counted: only then is it certain how much the order can still trade.
/// </summary>
internal static class OrderLegs
{
    /// <summary>How much the present leg has traded, as far as its fills are known.</summary>
    public static Quantity FilledByPresentLeg(this Order order) => order.Filled - order.Former - (order.Replacement?.Filled ?? Quantity.Zero);

    /// <summary>The most that may still trade, or has and was not told yet; while a change is pending that of the larger leg.</summary>
    public static Quantity Rest(this Order order)
    {
        if (order.IsOut)
            return Quantity.Zero;
        if (order.Replacement is not { } change)
            return order.Terms.Quantity - order.Filled;

        var told = order.Filled - change.Filled;
        var toCome = change.Size - change.Filled;
        if (order.End is { IsCounted: true } end)
            return end.Executed - told + toCome;
        var present = order.Terms.Quantity - told;
        return present > toCome ? present : toCome;
    }

    /// <summary>The most that it can have traded in the end, whatever becomes of a change.</summary>
    public static Quantity Most(this Order order) => order.Replacement is not { } change
        ? order.Terms.Quantity
        : (order.End is { IsCounted: true } end ? end.Executed : order.Terms.Quantity) + change.Size;

    /// <summary>The legs that may stand at the venue, in the order in which a cancel has to reach them.</summary>
    public static IEnumerable<LiveOrder> LiveLegs(this Order order)
    {
        var change = order.Replacement;
        if (change is null || order.End is not { IsCounted: true })
            yield return new(order.Id, order.Terms.Market, order.ExchangeOrderId, order.Times.Journaled, order.Leg, order.IsForeign);
        if (change is { End: not { IsCounted: true } })
            yield return new(order.Id, order.Terms.Market, change.ExchangeOrderId, order.Times.Journaled, change.Leg);
    }

    public static Order ReplacementRequested(this Order order, Replacement change) => order with
    {
        LastLeg = change.Leg,
        Replacement = change,
        RejectReason = null,
    };

    /// <summary>The leg to come will never be. What is left of the present one is in doubt, unless nothing was sent or its end is known.</summary>
    public static Order ReplacementRejected(this Order order, string reason, bool wasSent, DateTimeOffset at)
    {
        var kept = order with { Replacement = null, RejectReason = reason };
        if (kept.End is { } end)
            return (kept with { State = kept.State & ~OrderState.Stale, End = end.Because(reason) }).OutIfComplete(at);
        return wasSent ? kept with { State = kept.State | OrderState.Stale } : kept;
    }

    /// <summary>The leg to come takes the place of the present one, as soon as it is certain what that has traded.</summary>
    public static Order SettleReplacement(this Order order, DateTimeOffset at)
    {
        if (order.Replacement is not { } change)
            return order.OutIfComplete(at);
        if (!change.IsKnown || order.End is not { IsCounted: true } end)
            return order;

        // What the present leg traded while the change was on its way comes on top of what was asked for.
        return (order with
        {
            State = order.State & ~OrderState.Stale,
            AsPlaced = order.AsPlaced ?? order.Terms,
            Terms = order.Terms with { Price = change.Price, Quantity = end.Executed + change.Size },
            Leg = change.Leg,
            Former = end.Executed,
            ExchangeOrderId = change.ExchangeOrderId,
            ValidUntil = change.ValidUntil,
            End = change.End is { } last ? last with { Executed = end.Executed + last.Executed } : null,
            Replacement = null,
        }).OutIfComplete(at);
    }
}
