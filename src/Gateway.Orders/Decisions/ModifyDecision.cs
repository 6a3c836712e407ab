using System.Collections.Immutable;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether an order may be changed.</summary>
internal static class ModifyDecision
{
    /// <summary>Answers without changing anything.</summary>
    /// <param name="ledger">What is known.</param>
    /// <param name="change">What is asked for.</param>
    /// <param name="status">How the account stands; null: no venue trades for it.</param>
    /// <param name="routeRefusal">Why the venue changes no orders of that route; null: it does.</param>
    /// <param name="now">The present, to which all that is known about prices and fills is up to date.</param>
    /// <param name="validUntil">The last moment at which the venue may carry it out.</param>
    public static Decision<Unit> Decide(
        Ledger ledger, OrderChange change, AccountStatus? status, string? routeRefusal, DateTimeOffset now, DateTimeOffset validUntil)
    {
        if (ledger.Find(change.Order) is not { } order)
            return new(new Rejection(RejectCode.UnknownOrder, $"There is no order {change.Order}."));
        if ((StateProblem(order) ?? KindProblem(order, routeRefusal)) is { } problem)
            return new(Rejection.OfField(Fields.OrderId, problem));

        var (price, total) = (change.Price ?? order.Terms.Price, change.Quantity ?? order.Terms.Quantity);
        if (ChangeProblem(order, change, price, total) is { } wrong)
            return new(wrong);
        var market = MarketNames.Of(order.Terms);
        if (ledger.Halts.Covering(order.Terms.Account, market) is { IsEmpty: false } halts)
            return new(Rejection.OfField(
                Fields.OrderId, $"{HaltBook.Words(halts)} A change places a new order at the venue, so it has to wait; a cancel does not."));

        var intent = order.Terms.IntentIn(change.Market) with { Price = price, Quantity = total };
        var size = total - order.Filled;
        if ((MarketRules.Check(intent) ?? RestProblem(intent with { Quantity = size }, order)) is { } rejection)
            return new(rejection);
        if (status is not { Phase: AccountPhase.Live })
            return new(PlaceDecision.Unavailable(order.Terms.Account, status));

        var risk = ledger.Risk;
        var verdict = risk.Check.JudgeChange(
            new(risk.Exposures.Of(Party.Of(order), market), order.Terms.Side, total, price, order.Terms.ReduceOnly),
            size - order.Rest(),
            price != order.Terms.Price,
            now);
        return verdict.Refusal is { } breach
            ? new(Rejection.OfField(breach.Limit == nameof(MaxPriceDeviation) ? Fields.Price : Fields.Quantity, breach.Message))
            : new(
                default(Unit),
                new ModifyRequested(order.Id, order.LastLeg + 1, price, total, size, validUntil, risk.Marks.DollarsOf(order.Terms.Base)),
                PlaceDecision.Alerts(verdict, order.Terms.Account, order.Id));
    }

    private static string? StateProblem(Order order)
    {
        var id = order.Id;
        if (order.IsOut)
            return $"Order {id} is out already ({order.State & ~OrderState.Acked}); place a new one.";
        if (order.State.HasFlag(OrderState.Canceling))
            return $"Order {id} is being canceled; wait until it is out, then place a new one.";
        if (order.Replacement is { } change)
            return $"Order {id} is being changed to {change.Quantity} at {change.Price}; wait until that is settled, or cancel the order.";
        if (order.State.HasFlag(OrderState.Stale))
            return $"What became of order {id} is unknown until the venue has been asked; wait for that, or cancel the order.";
        if (!order.State.HasFlag(OrderState.Acked))
            return $"The venue has not acknowledged order {id} yet; wait for that, or cancel the order.";
        if (order.End is not null)
            return $"Order {id} has ended at the venue, and its last fills are on their way; place a new one.";
        return order.LastLeg == OrderLeg.Last
            ? $"Order {id} was changed {OrderLeg.Last} times, which is as often as one can be; cancel it and place a new one."
            : null;
    }

    private static string? KindProblem(Order order, string? routeRefusal)
    {
        if (order.IsForeign)
            return $"Order {order.Id} was placed by nobody of this gateway; it can be canceled, and not changed.";
        if (order.Terms.Trigger is not null)
            return $"Order {order.Id} waits for a trigger price, and only plain limit orders can be changed; cancel it and place a new one.";
        if (order.Terms.TimeInForce == TimeInForce.ImmediateOrCancel)
            return $"Order {order.Id} is IOC and does not rest, so there is nothing to change; place a new one.";
        return routeRefusal is null ? null : $"Order {order.Id} cannot be changed: {routeRefusal}";
    }

    private static Rejection? ChangeProblem(Order order, OrderChange change, Price price, Quantity total)
    {
        if (change is { Price: null, Quantity: null })
            return Same($"Give a new price, a new quantity or both; order {order.Id} has {order.Terms.Quantity} at {order.Terms.Price}.");
        if (price == order.Terms.Price && total == order.Terms.Quantity)
            return Same($"Order {order.Id} has {total} at {price} already; nothing would change.");
        return total > order.Filled
            ? null
            : Rejection.OfField(
                Fields.Quantity,
                $"The quantity is that of the whole order, and {order.Filled} of order {order.Id} are filled; a new one has to be more than that. To end the order, cancel it.");

        static Rejection Same(string message) => new(
            RejectCode.InvalidRequest,
            message,
            ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(Fields.Price, [message]).Add(Fields.Quantity, [message]));
    }

    // The venue judges what would rest, not the whole order.
    private static Rejection? RestProblem(OrderIntent rest, Order order) =>
        order.Filled.IsZero || MarketRules.Check(rest) is not { } rejection
            ? null
            : rejection with { Message = $"{order.Filled} of order {order.Id} are filled, and the rest is placed anew: {rejection.Message}" };
}
