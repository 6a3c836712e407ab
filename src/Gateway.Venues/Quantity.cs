namespace Gateway.Venues;

/// <summary>An amount of the base product; never negative. The default is nothing at all.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>States an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Quantity(decimal value) =>
        Value = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantity is not negative.");

    /// <summary>Nothing.</summary>
    public static Quantity Zero => default;

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>Both together.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value);

    /// <summary>What remains, and nothing where more is taken away than there is.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => new(Math.Max(0, left.Value - right.Value));

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Plain.Format(Value);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;
}
