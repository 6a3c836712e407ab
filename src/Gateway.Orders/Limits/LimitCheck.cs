using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// Whether an order passes all limits, in the stated order: price known, MaxOrder, MaxPriceDeviation, then set by set and
/// scope by scope the amounts that add orders up. It changes nothing, and allocates nothing for an order that passes.
/// </summary>
/// <param name="limits">What is set.</param>
/// <param name="marks">The prices.</param>
/// <param name="whenUnset">What to do with a trader or account for whom no amount is found.</param>
public sealed class LimitCheck(LimitBook limits, MarkBook marks, WhenUnset whenUnset)
{
    // A decimal holds 28 digits. Within this bound sums of products stay exact for every price and lot that a venue quotes.
    private const decimal MostReckoned = 1_000_000_000_000_000m;

    /// <summary>Judges an order. The exposures have been advanced to <paramref name="now"/>.</summary>
    public LimitVerdict Judge(in Candidate order, DateTimeOffset now)
    {
        ImmutableArray<Breach> unenforced = [];
        var refusal = PriceUnknown(order)
            ?? Unreckonable(order)
            ?? Amounts(order, 0, AmountKind.AboutOneOrder, ref unenforced)
            ?? Deviation(order, now)
            ?? Amounts(order, AmountKind.AboutOneOrder, AmountKind.All.Length, ref unenforced);
        return new(refusal, unenforced);
    }

    /// <summary>
    /// Judges a change of an open order. Rules about one order look at all of it as it would be, those that add orders up at
    /// what it would grow by; and what does not grow is at most at a price too far away.
    /// </summary>
    /// <param name="order">The order as it would be.</param>
    /// <param name="growth">How much more of it would be open than is.</param>
    /// <param name="isRepriced">Whether its price would change.</param>
    /// <param name="now">The exposures have been advanced to this.</param>
    public LimitVerdict JudgeChange(in Candidate order, Quantity growth, bool isRepriced, DateTimeOffset now)
    {
        ImmutableArray<Breach> unenforced = [];
        if (growth.IsZero)
            return new(isRepriced ? Deviation(order, now) : null, unenforced);
        var refusal = PriceUnknown(order)
            ?? Unreckonable(order)
            ?? Amounts(order, 0, AmountKind.AboutOneOrder, ref unenforced)
            ?? Deviation(order, now)
            ?? Amounts(order with { Quantity = growth }, AmountKind.AboutOneOrder, AmountKind.All.Length, ref unenforced);
        return new(refusal, unenforced);
    }

    private static Breach? PriceUnknown(in Candidate order)
    {
        var share = order.Footprint.Shares[0];
        return share.IsFresh || order.ReduceOnly
            ? null
            : new(
                "MarkPrice",
                $"There is no mark price of {share.Product} younger than {MarkBook.OldestMark.TotalSeconds} s, so the order's worth is " +
                "unknown; until there is one only reduce-only orders pass.");
    }

    private static Breach? Unreckonable(in Candidate order)
    {
        var price = Math.Max(1, order.Footprint.Shares[0].Price);
        return order.Quantity.Value <= MostReckoned / price
            ? null
            : new(nameof(MaxOrder), $"The order is worth more than {Plain.Format(MostReckoned)} limit dollars, or of a larger quantity.");
    }

    private Breach? Deviation(in Candidate order, DateTimeOffset now)
    {
        if (marks.ReferenceOf(order.Footprint.Market, now) is not { } reference)
            return null;
        var deviation = Math.Abs(order.Price.Value - reference);
        return deviation <= limits.MaxPriceDeviation * reference
            ? null
            : new(
                nameof(MaxPriceDeviation),
                $"MaxPriceDeviation: price {order.Price} is more than {Plain.Format(limits.MaxPriceDeviation * 100)} % away from the " +
                $"reference price {Plain.Format(reference)}.");
    }

    private Breach? Amounts(in Candidate order, int from, int to, ref ImmutableArray<Breach> unenforced)
    {
        var worth = order.Footprint.Shares[0].Price * order.Quantity.Value;
        foreach (var member in order.Footprint.Members)
        {
            if (from > 0 && whenUnset == WhenUnset.Refuse && IsUnset(member))
                return Unset(member.Whose);
            foreach (var share in member.Shares)
            {
                var amounts = share.Exposure.AmountsIn(limits);
                for (var kind = from; kind < to; kind++)
                {
                    if (amounts[kind] is not { Amount: { IsUnlimited: false } } limit || Breached(order, worth, share, limit) is not { } breach)
                        continue;
                    if (share.Exposure.IsEnforced)
                        return breach;
                    unenforced = unenforced.Add(breach);
                }
            }
        }

        return null;
    }

    private static Breach? Breached(in Candidate order, decimal worth, ProductExposure share, AmountLimit limit)
    {
        var exposure = share.Exposure;
        var amount = limit.Amount!.Value.Dollars;
        var after = limit.Measure.With(exposure, share, order.Side, order.Quantity.Value, worth);
        if (after <= amount && !exposure.HasStaleShares)
            return null;

        // What is exceeded already need not be mended by an order that does not make it worse.
        var before = limit.Measure.Current(exposure);
        if (after <= before)
            return null;
        if (!order.ReduceOnly && exposure.StaleProductOf(limit.Measure) is { } product)
            return Breach.OfStaleSum(exposure, limit, product);
        return after <= amount ? null : Breach.OfAmount(exposure, limit, before, worth, after);
    }

    private bool IsUnset(FootprintMember member)
    {
        if (member.Whose is not (LimitSet.Trader or LimitSet.Account))
            return false;
        foreach (var share in member.Shares)
        {
            foreach (var amount in share.Exposure.AmountsIn(limits))
            {
                if (amount is not null)
                    return false;
            }
        }

        return true;
    }

    private static Breach Unset(LimitSet whose) => new(
        "WhenUnset", $"No limit is set for {whose}, nor a default for this order; set one (\"unlimited\" is one) before trading.")
    {
        Whose = whose,
    };
}
