namespace Gateway.Venues;

/// <summary>Which quantities a market accepts: whole multiples of one lot.</summary>
public sealed record LotGrid
{
    /// <summary>States a grid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lot is not positive.</exception>
    public LotGrid(decimal lot)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lot);
        Lot = lot;
    }

    /// <summary>The smallest step, in units of the base product.</summary>
    public decimal Lot { get; }

    /// <summary>Whether the quantity is a whole number of lots.</summary>
    public bool Contains(Quantity quantity) => quantity.Value % Lot == 0;

    /// <summary>The nearest valid quantity at or below; null where that is nothing.</summary>
    public Quantity? AtOrBelow(Quantity quantity)
    {
        var below = quantity.Value - (quantity.Value % Lot);
        return below > 0 ? new Quantity(below) : null;
    }

    /// <summary>The nearest valid quantity at or above; null where a decimal cannot hold it.</summary>
    public Quantity? AtOrAbove(Quantity quantity)
    {
        var excess = quantity.Value % Lot;
        if (excess == 0)
            return quantity;
        var below = quantity.Value - excess;
        return below > decimal.MaxValue - Lot ? null : new Quantity(below + Lot);
    }
}
