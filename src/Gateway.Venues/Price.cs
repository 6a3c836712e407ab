namespace Gateway.Venues;

/// <summary>A price in units of the quote product per unit of the base product; always positive. Never store a default.</summary>
public readonly record struct Price : IComparable<Price>
{
    /// <summary>States a price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public Price(decimal value) =>
        Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A price is positive.");

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>What <paramref name="quantity"/> costs at <paramref name="price"/>, in units of the quote product.</summary>
    public static Notional operator *(Price price, Quantity quantity) => new(price.Value * quantity.Value);

    /// <inheritdoc/>
    public int CompareTo(Price other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Plain.Format(Value);

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(Price left, Price right) => left.Value < right.Value;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(Price left, Price right) => left.Value > right.Value;

    /// <summary>Whether the left price is lower or equal.</summary>
    public static bool operator <=(Price left, Price right) => left.Value <= right.Value;

    /// <summary>Whether the left price is higher or equal.</summary>
    public static bool operator >=(Price left, Price right) => left.Value >= right.Value;
}
