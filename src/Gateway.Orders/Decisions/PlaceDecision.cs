using System.Collections.Immutable;
using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether an order may be placed.</summary>
internal static class PlaceDecision
{
    /// <summary>Answers without changing anything.</summary>
    /// <param name="ledger">What is known.</param>
    /// <param name="intent">What is asked for.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="status">How the account stands; null: no venue trades for it.</param>
    /// <param name="received">When it was asked for.</param>
    /// <param name="now">The present, to which all that is known about prices and fills is up to date.</param>
    /// <param name="validUntil">The last moment at which the venue may take it in.</param>
    public static Decision<OrderId> Decide(
        Ledger ledger, OrderIntent intent, Actor actor, AccountStatus? status, DateTimeOffset received, DateTimeOffset now, DateTimeOffset validUntil)
    {
        var terms = OrderTerms.Of(intent);

        // A repeat comes first: it sends nothing, so nothing that has changed since can stand in its way.
        if (intent.ClientOrderId is { } name && ledger.FindNamed(intent.Account, name) is { } known)
            return new((known.AsPlaced ?? known.Terms) is var placed && placed == terms ? known.Id : Different(known.Id, placed, terms));
        if (status is null)
            return new(Unavailable(intent.Account, status));
        if (status.Venue != intent.Market.Venue)
            return new(Rejection.OfField(
                Fields.Account, $"Account {intent.Account} trades at {status.Venue}; {intent.Market.Id} is at {intent.Market.Venue}."));
        var id = ledger.NextOrder;
        var market = MarketNames.Of(intent.Market);
        if (MarketRules.IsTradable(intent.Market) && ledger.Halts.Covering(intent.Account, market) is { IsEmpty: false } halts)
            return new(id, new OrderRefused(id, terms, received, HaltBook.Words(halts)));
        if (MarketRules.Check(intent) is { } rejection)
            return new(rejection);
        if (status.Phase != AccountPhase.Live)
            return new(Unavailable(intent.Account, status));

        var risk = ledger.Risk;
        var footprint = risk.Exposures.Of(new(intent.Account, actor.Trader, actor.Desk), market);
        var verdict = risk.Check.Judge(new(footprint, intent.Side, intent.Quantity, intent.Price, intent.ReduceOnly), now);
        var mark = footprint.Base.Dollars;
        return verdict.Refusal is { } breach
            ? new(id, new OrderRefused(id, terms, received, breach.Message, mark))
            : new(id, new OrderPlaced(id, terms, received, validUntil, mark), Alerts(verdict, intent.Account, id));
    }

    internal static ImmutableArray<AlertRaised> Alerts(in LimitVerdict verdict, AccountName account, OrderId order) => verdict.Unenforced.IsEmpty
        ? []
        : [.. verdict.Unenforced.Select(breach => new AlertRaised(
            AlertKind.LimitBreach, $"Order {order} passed because this is not enforced: {breach.Message}", account, order))];

    internal static Rejection Unavailable(AccountName account, AccountStatus? status) => status is null
        ? Rejection.OfField(Fields.Account, $"No venue trades for account {account}.")
        : new(
            RejectCode.VenueUnavailable,
            $"Account {account} cannot trade at {status.Venue} yet: it is {status.Phase.ToString().ToLowerInvariant()}" +
            $"{(status.Cause is { } cause ? $" ({cause})" : "")}. Nothing was sent; try again shortly.");

    private static Rejection Different(OrderId known, OrderTerms had, OrderTerms asked)
    {
        var differences = new List<string>();
        Compare("target", had.Market.Value, asked.Market.Value);
        Compare("dir", had.Side, asked.Side);
        Compare("price", had.Price, asked.Price);
        Compare("quantity", had.Quantity, asked.Quantity);
        Compare("time_in_force", had.TimeInForce, asked.TimeInForce);
        Compare("post_only", had.PostOnly, asked.PostOnly);
        Compare("reduce_only", had.ReduceOnly, asked.ReduceOnly);
        Compare("params", had.Trigger, asked.Trigger);
        return Rejection.OfField(
            Fields.ClientOrderId,
            $"'{asked.ClientOrderId}' is order {known} of this account, which differs: {string.Join(", ", differences)}. " +
            "Give a new order a new client_order_id.");

        void Compare<T>(string field, T was, T asks)
        {
            if (!EqualityComparer<T>.Default.Equals(was, asks))
                differences.Add($"{field} was {was?.ToString() ?? "null"}, not {asks?.ToString() ?? "null"}");
        }
    }
}
