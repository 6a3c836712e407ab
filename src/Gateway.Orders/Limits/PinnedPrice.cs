namespace Gateway.Orders.Limits;

/// <summary>What one unit of a product is worth, whatever the venue says.</summary>
public sealed class PinnedPrice
{
    /// <summary>The least that one unit can be worth.</summary>
    public const decimal Least = 0.000000000001m;

    /// <summary>The most that one unit can be worth.</summary>
    public const decimal Most = 1_000_000_000_000m;

    /// <summary>The product, by its id.</summary>
    public string Product { get; set; } = "";

    /// <summary>Limit dollars of one unit, <see cref="Least"/> … <see cref="Most"/>.</summary>
    public decimal Dollars { get; set; }
}
