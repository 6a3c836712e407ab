namespace Gateway.Venues;

/// <summary>The readable, stable name of a product, such as <c>BTC Crypto</c> or <c>BTC-USD HYPERLIQUID Perpetual</c>.</summary>
public readonly record struct ProductId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
