using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// Whether an order passes all limits, in the stated order: price known, MaxOrder, MaxPriceDeviation, then set by set and
/// scope by scope the amounts that add orders up. It changes nothing, and allocates nothing for an order that passes.
/// </summary>
/// <param name="limits">What is set.</param>
/// <param name="whenUnset">What to do with a trader or account for whom no amount is found.</param>
public sealed class LimitCheck(LimitBook limits, WhenUnset whenUnset)
{
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
        var mark = order.Footprint.Base;
        return mark.IsFresh || order.ReduceOnly
            ? null
            : new(
                "MarkPrice",
                $"There is no mark price of {mark.Product} younger than {MarkBook.OldestMark.TotalSeconds} s, so the order's worth is " +
                "unknown; until there is one only reduce-only orders pass.");
    }

    private static Breach? Unreckonable(in Candidate order) => order.Quantity.Value <= order.Footprint.Base.MostUnits
        ? null
        : new(nameof(MaxOrder), $"The order is worth more than {Plain.Format(ProductMark.MostReckoned)} limit dollars, or of a larger quantity.");

    private Breach? Deviation(in Candidate order, DateTimeOffset now)
    {
        if (MarkBook.ReferenceOf(order.Footprint, now) is not { } reference)
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
        var worth = order.Footprint.Base.Price * order.Quantity.Value;
        foreach (var member in order.Footprint.Members)
        {
            if (from > 0 && whenUnset == WhenUnset.Refuse && IsUnset(member))
                return Unset(member.Whose);
            foreach (var share in member.Shares)
            {
                var ceilings = share.Exposure.CeilingsIn(limits);
                for (var kind = from; kind < to; kind++)
                {
                    if (!ceilings[kind].Exists || Breached(order, worth, share, kind, ceilings[kind].Dollars) is not { } breach)
                        continue;
                    if (share.Exposure.IsEnforced)
                        return breach;
                    unenforced = unenforced.Add(breach);
                }
            }
        }

        return null;
    }

    private Breach? Breached(in Candidate order, decimal worth, ProductExposure share, int kind, decimal amount)
    {
        var (exposure, measure) = (share.Exposure, AmountKind.All[kind]);
        if (measure.AtMost(exposure, worth) <= amount && !exposure.HasStaleShares)
            return null;
        var after = measure.With(exposure, share, order.Side, order.Quantity.Value, worth);
        if (after <= amount && !exposure.HasStaleShares)
            return null;

        // What is exceeded already need not be mended by an order that does not make it worse.
        var limit = exposure.AmountsIn(limits)[kind]!;
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
