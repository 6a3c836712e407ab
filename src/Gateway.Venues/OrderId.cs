using System.Globalization;

namespace Gateway.Venues;

/// <summary>
/// The gateway's own number of an order: 1 … 2^53−1, growing in the order of the journal, so that every client
/// can hold it in a double.
/// </summary>
public readonly record struct OrderId : IComparable<OrderId>
{
    /// <summary>The largest number an order can have, 2^53−1.</summary>
    public const long MaxValue = (1L << 53) - 1;

    /// <summary>Names order number <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within 1 … 2^53−1.</exception>
    public OrderId(long value) => Value = value is > 0 and <= MaxValue
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An order id is within 1 … 2^53−1.");

    /// <summary>The number.</summary>
    public long Value { get; }

    /// <inheritdoc/>
    public int CompareTo(OrderId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the left order is the older one.</summary>
    public static bool operator <(OrderId left, OrderId right) => left.Value < right.Value;

    /// <summary>Whether the left order is the younger one.</summary>
    public static bool operator >(OrderId left, OrderId right) => left.Value > right.Value;

    /// <summary>Whether the left order is the older one or the same.</summary>
    public static bool operator <=(OrderId left, OrderId right) => left.Value <= right.Value;

    /// <summary>Whether the left order is the younger one or the same.</summary>
    public static bool operator >=(OrderId left, OrderId right) => left.Value >= right.Value;
}
