namespace Gateway.Orders.Limits;

/// <summary>The number of an amount limit, without what it is about.</summary>
/// <param name="Exists">Whether there is one: something is set, and that is not without limit.</param>
/// <param name="Dollars">The most limit dollars; means nothing where there is none.</param>
internal readonly record struct Ceiling(bool Exists, decimal Dollars)
{
    /// <summary>The number of a limit; null: none is set.</summary>
    public static Ceiling Of(AmountLimit? limit) => limit is { Amount: { IsUnlimited: false, Dollars: var dollars } } ? new(Exists: true, dollars) : default;
}
