using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>What a venue refuses by the order alone, said before anything is sent.</summary>
internal static class MarketRules
{
    /// <summary>Everything that is wrong with the order in its market; null: nothing.</summary>
    public static Rejection? Check(OrderIntent intent)
    {
        // The valid order, which is nearly every one, costs no list.
        if (IsValid(intent))
            return null;
        var offences = new Offences();
        CheckMarket(intent, offences);
        CheckPrice(intent, offences);
        CheckQuantity(intent, offences);
        CheckWorth(intent, offences);
        CheckConditions(intent, offences);
        return offences.ToRejection();
    }

    /// <summary>Whether the market takes orders at all.</summary>
    public static bool IsTradable(Market market) => !market.IsDelisted && market.Flags.HasFlag(MarketFlags.Tradable);

    private static bool IsValid(OrderIntent intent)
    {
        var market = intent.Market;
        return IsTradable(market)
            && intent.Price.Value > 0 && market.Prices.Contains(intent.Price)
            && !intent.Quantity.IsZero && market.Lots.Contains(intent.Quantity)
            && WorthOf(intent) is { } worth && !IsTooSmall(intent, worth) && !IsTooLarge(intent, worth)
            && (!intent.PostOnly || (market.Flags.HasFlag(MarketFlags.PostOnly) && intent.TimeInForce == TimeInForce.GoodTilCanceled))
            && (!intent.ReduceOnly || market.Flags.HasFlag(MarketFlags.ReduceOnly))
            && (intent.Trigger is null || IsValidTrigger(intent, intent.Trigger));
    }

    private static bool IsValidTrigger(OrderIntent intent, OrderTrigger trigger) =>
        intent.Market.Flags.HasFlag(MarketFlags.Triggers) && !intent.PostOnly
        && intent.TimeInForce == TimeInForce.GoodTilCanceled && PriceProblem(intent.Market, trigger.Price) is null;

    private static void CheckMarket(OrderIntent intent, Offences offences)
    {
        if (intent.Market.IsDelisted)
            offences.Add(Fields.Target, $"{intent.Market.Id} is delisted: no new orders can be placed there.");
        else if (!intent.Market.Flags.HasFlag(MarketFlags.Tradable))
            offences.Add(Fields.Target, $"{intent.Market.Id} takes no new orders at present.");
    }

    private static void CheckPrice(OrderIntent intent, Offences offences)
    {
        if (PriceProblem(intent.Market, intent.Price) is { } problem)
            offences.Add(Fields.Price, problem);
    }

    private static void CheckQuantity(OrderIntent intent, Offences offences)
    {
        var lots = intent.Market.Lots;
        if (intent.Quantity.IsZero)
            offences.Add(Fields.Quantity, $"A quantity is positive; the smallest of {intent.Market.Id} is {Plain.Format(lots.Lot)}.");
        else if (!lots.Contains(intent.Quantity))
            offences.Add(Fields.Quantity,
                $"{intent.Quantity} is not a whole number of lots of {Plain.Format(lots.Lot)}; " +
                Nearest(lots.AtOrBelow(intent.Quantity)?.Value, lots.AtOrAbove(intent.Quantity)?.Value));
    }

    private static void CheckWorth(OrderIntent intent, Offences offences)
    {
        // At a price or quantity that is wrong already, nobody can say what would be enough.
        if (offences.Has(Fields.Price) || offences.Has(Fields.Quantity))
            return;

        var (market, price) = (intent.Market, intent.Price);
        if (WorthOf(intent) is not { } worth)
            offences.Add(Fields.Quantity, $"{intent.Quantity} at {price} is worth more than can be counted.");
        else if (IsTooSmall(intent, worth))
            offences.Add(Fields.Quantity,
                $"{intent.Quantity} at {price} is worth {worth} {market.Quote.Symbol}; an order is worth at least {market.MinNotional}, " +
                $"which at this price is {Shown(market.Lots.AtOrAbove(new(market.MinNotional.Value / price.Value))?.Value)} or more.");
        else if (market.MaxNotional is { } most && worth > most)
            offences.Add(Fields.Quantity,
                $"{intent.Quantity} at {price} is worth {worth} {market.Quote.Symbol}; an order is worth at most {most}, " +
                (market.Lots.AtOrBelow(new(most.Value / price.Value)) is { } enough ? $"which at this price is {enough} or less." : "less than the smallest quantity at this price."));
    }

    private static void CheckConditions(OrderIntent intent, Offences offences)
    {
        var flags = intent.Market.Flags;
        if (intent.PostOnly && !flags.HasFlag(MarketFlags.PostOnly))
            offences.Add(Fields.PostOnly, $"{intent.Market.Id} takes no post-only orders.");
        if (intent.ReduceOnly && !flags.HasFlag(MarketFlags.ReduceOnly))
            offences.Add(Fields.ReduceOnly, $"{intent.Market.Id} takes no reduce-only orders.");
        if (intent.PostOnly && intent.TimeInForce == TimeInForce.ImmediateOrCancel)
            offences.Add(Fields.PostOnly, "An order that trades at once or not at all (IOC) cannot be post-only; leave one of them out.");
        if (intent.Trigger is not { } trigger)
            return;

        if (!flags.HasFlag(MarketFlags.Triggers))
            offences.Add(Fields.Trigger, $"{intent.Market.Id} takes no trigger orders.");
        if (intent.PostOnly)
            offences.Add(Fields.PostOnly, "A trigger order cannot be post-only.");
        if (intent.TimeInForce == TimeInForce.ImmediateOrCancel)
            offences.Add(Fields.TimeInForce, "A trigger order waits for its price, so it is GTC; IOC is not possible.");
        if (PriceProblem(intent.Market, trigger.Price) is { } problem)
            offences.Add(Fields.Trigger, $"The trigger price: {problem}");
    }

    private static string? PriceProblem(Market market, Price price)
    {
        if (price.Value <= 0)
            return "A price is positive.";
        return market.Prices.Contains(price)
            ? null
            : $"{price} is not a valid price of {market.Id}; " +
                Nearest(market.Prices.AtOrBelow(price)?.Value, market.Prices.AtOrAbove(price)?.Value);
    }

    // An order that closes a whole position may be worth less, and only the venue knows the position.
    private static bool IsTooSmall(OrderIntent intent, Notional worth) => !intent.ReduceOnly && worth < intent.Market.MinNotional;

    private static bool IsTooLarge(OrderIntent intent, Notional worth) => intent.Market.MaxNotional is { } most && worth > most;

    private static Notional? WorthOf(OrderIntent intent) =>
        intent.Quantity.Value > 1 && intent.Price.Value > decimal.MaxValue / intent.Quantity.Value ? null : intent.Notional;

    private static string Nearest(decimal? below, decimal? above) => (below, above) switch
    {
        ({ } low, { } high) => $"the nearest valid ones are {Plain.Format(low)} and {Plain.Format(high)}.",
        (null, { } high) => $"the nearest valid one is {Plain.Format(high)}.",
        ({ } low, null) => $"the nearest valid one is {Plain.Format(low)}.",
        _ => "there is no valid one near it.",
    };

    private static string Shown(decimal? value) => value is { } known ? Plain.Format(known) : "more than can be counted";
}
