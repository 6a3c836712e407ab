namespace Gateway.Orders.Limits;

/// <summary>A length of time that limits go by; null: the default again.</summary>
public sealed record ThresholdLimit : Limit
{
    /// <summary>States a length of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than <see cref="ThresholdKind.Longest"/>.</exception>
    public ThresholdLimit(ThresholdKind threshold, TimeSpan? value)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        if (value is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, TimeSpan.Zero, nameof(value));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(given, ThresholdKind.Longest, nameof(value));
        }

        Threshold = threshold;
        Value = value;
    }

    /// <summary>Which one.</summary>
    public ThresholdKind Threshold { get; }

    /// <summary>How long; null: the default.</summary>
    public TimeSpan? Value { get; }

    /// <inheritdoc/>
    public override string Kind => Threshold.Name;

    internal override void Set(LimitBook book) => book.SetThreshold(Threshold, Value ?? Threshold.Default);
}
