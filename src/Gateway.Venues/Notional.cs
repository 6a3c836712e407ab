namespace Gateway.Venues;

/// <summary>A value in units of a quote product; never negative.</summary>
public readonly record struct Notional(decimal Value) : IComparable<Notional>
{
    /// <inheritdoc/>
    public int CompareTo(Notional other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Plain.Format(Value);

    /// <summary>Whether the left value is smaller.</summary>
    public static bool operator <(Notional left, Notional right) => left.Value < right.Value;

    /// <summary>Whether the left value is larger.</summary>
    public static bool operator >(Notional left, Notional right) => left.Value > right.Value;

    /// <summary>Whether the left value is smaller or equal.</summary>
    public static bool operator <=(Notional left, Notional right) => left.Value <= right.Value;

    /// <summary>Whether the left value is larger or equal.</summary>
    public static bool operator >=(Notional left, Notional right) => left.Value >= right.Value;
}
