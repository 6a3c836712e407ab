using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether an order may be placed.</summary>
internal static class PlaceDecision
{
    /// <summary>Answers without changing anything.</summary>
    /// <param name="ledger">What is known.</param>
    /// <param name="intent">What is asked for.</param>
    /// <param name="status">How the account stands; null: no venue trades for it.</param>
    /// <param name="received">When it was asked for.</param>
    /// <param name="validUntil">The last moment at which the venue may take it in.</param>
    public static Decision<OrderId> Decide(
        Ledger ledger, OrderIntent intent, AccountStatus? status, DateTimeOffset received, DateTimeOffset validUntil)
    {
        var terms = OrderTerms.Of(intent);

        // A repeat comes first: it sends nothing, so nothing that has changed since can stand in its way.
        if (intent.ClientOrderId is { } name && ledger.FindNamed(intent.Account, name) is { } known)
            return new(known.Terms == terms ? known.Id : Different(known, terms));
        if (status is null)
            return new(Rejection.OfField(Fields.Account, $"No venue trades for account {intent.Account}."));
        if (status.Venue != intent.Market.Venue)
            return new(Rejection.OfField(
                Fields.Account, $"Account {intent.Account} trades at {status.Venue}; {intent.Market.Id} is at {intent.Market.Venue}."));
        if (MarketRules.Check(intent) is { } rejection)
            return new(rejection);
        if (status.Phase != AccountPhase.Live)
            return new(Unavailable(intent.Account, status));

        var id = ledger.NextOrder;
        return new(id, new OrderPlaced(id, terms, received, validUntil));
    }

    private static Rejection Unavailable(AccountName account, AccountStatus status) => new(
        RejectCode.VenueUnavailable,
        $"Account {account} cannot trade at {status.Venue} yet: it is {status.Phase.ToString().ToLowerInvariant()}" +
        $"{(status.Cause is { } cause ? $" ({cause})" : "")}. Nothing was sent; try again shortly.");

    private static Rejection Different(Order known, OrderTerms asked)
    {
        var differences = new List<string>();
        Compare("target", known.Terms.Market.Value, asked.Market.Value);
        Compare("dir", known.Terms.Side, asked.Side);
        Compare("price", known.Terms.Price, asked.Price);
        Compare("quantity", known.Terms.Quantity, asked.Quantity);
        Compare("time_in_force", known.Terms.TimeInForce, asked.TimeInForce);
        Compare("post_only", known.Terms.PostOnly, asked.PostOnly);
        Compare("reduce_only", known.Terms.ReduceOnly, asked.ReduceOnly);
        Compare("params", known.Terms.Trigger, asked.Trigger);
        return Rejection.OfField(
            Fields.ClientOrderId,
            $"'{asked.ClientOrderId}' is order {known.Id} of this account, which differs: {string.Join(", ", differences)}. " +
            "Give a new order a new client_order_id.");

        void Compare<T>(string field, T had, T has)
        {
            if (!EqualityComparer<T>.Default.Equals(had, has))
                differences.Add($"{field} was {had?.ToString() ?? "null"}, not {has?.ToString() ?? "null"}");
        }
    }
}
