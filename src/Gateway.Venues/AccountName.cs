namespace Gateway.Venues;

/// <summary>The configured name of a trading account, such as <c>DEFAULT</c>; never an address or a key.</summary>
public readonly record struct AccountName(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
