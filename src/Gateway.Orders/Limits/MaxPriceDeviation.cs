namespace Gateway.Orders.Limits;

/// <summary>
/// How far from the reference price an order's price may be, as a fraction of the reference price; null: the default again.
/// It guards against slips of the finger, so no set is exempt from it.
/// </summary>
public sealed record MaxPriceDeviation : Limit
{
    /// <summary>What holds when nothing is set: half the reference price.</summary>
    public const decimal Default = 0.5m;

    /// <summary>States a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not positive.</exception>
    public MaxPriceDeviation(decimal? fraction)
    {
        if (fraction is { } given)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(fraction));
        Fraction = fraction;
    }

    /// <summary>The fraction, positive; null: the default.</summary>
    public decimal? Fraction { get; }

    /// <inheritdoc/>
    public override string Kind => nameof(MaxPriceDeviation);

    internal override void Set(LimitBook book) => book.SetMaxPriceDeviation(Fraction ?? Default);
}
