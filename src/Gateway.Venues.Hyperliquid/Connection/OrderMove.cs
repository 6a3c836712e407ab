namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>That an order has come, or has gone. A value, because very many are remembered for a while.</summary>
/// <param name="Order">The venue's number.</param>
/// <param name="HasGone">Whether it has ended.</param>
internal readonly record struct OrderMove(long Order, bool HasGone)
{
    /// <inheritdoc/>
    public override string ToString() => HasGone ? $"the end of order {Order}" : $"order {Order}";
}
