using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>What one set has at stake in one scope, in limit dollars at the prices of the moment.</summary>
internal sealed class Exposure(LimitSet whose, LimitScope which)
{
    private readonly Dictionary<ProductId, ProductExposure> shares = [];
    private AmountLimit?[] amounts = [];
    private Ceiling[] ceilings = [];
    private long limitsVersion = -1;
    private int staleShares;

    /// <summary>Whose.</summary>
    public LimitSet Whose { get; } = whose;

    /// <summary>In which trading.</summary>
    public LimitScope Which { get; } = which;

    /// <summary>What is open, buys and sells, over all products.</summary>
    public decimal Open { get; private set; }

    /// <summary>What traded recently, bought and sold, over all products.</summary>
    public decimal RecentlyFilled { get; private set; }

    /// <summary>The worst side of each product, added up.</summary>
    public decimal Worst { get; private set; }

    /// <summary>Whether a breach of its amounts refuses an order, as of the last look at its amounts.</summary>
    public bool IsEnforced { get; private set; }

    /// <summary>Whether any of its products has no price that may be used.</summary>
    public bool HasStaleShares => staleShares != 0;

    /// <summary>The amounts that count, parallel to <see cref="AmountKind.All"/>; looked up anew when a limit has changed.</summary>
    public AmountLimit?[] AmountsIn(LimitBook limits)
    {
        if (limitsVersion != limits.Version)
            LookUp(limits);
        return amounts;
    }

    /// <summary>The same as bare numbers: a check that passes reads nothing else, and they lie side by side.</summary>
    public ReadOnlySpan<Ceiling> CeilingsIn(LimitBook limits)
    {
        if (limitsVersion != limits.Version)
            LookUp(limits);
        return ceilings;
    }

    /// <summary>Its part in one product, begun with nothing where there is none.</summary>
    public ProductExposure In(ProductMark mark)
    {
        if (!shares.TryGetValue(mark.Product, out var share))
            shares.Add(mark.Product, share = new(this, mark));
        return share;
    }

    /// <summary>A product that the measure depends on and whose price may not be used; null: none.</summary>
    public ProductId? StaleProductOf(AmountKind kind)
    {
        if (!HasStaleShares)
            return null;
        foreach (var share in shares.Values)
        {
            if (!share.IsFresh && kind.DependsOn(share))
                return share.Product;
        }

        return null;
    }

    /// <summary>Carries a change of what is open over, and what it does to the worst side.</summary>
    public void AddOpen(decimal worth, decimal worst)
    {
        Open += worth;
        Worst += worst;
    }

    /// <summary>Carries a change of what was filled over, by what it does to the worst side.</summary>
    public void AddFilled(decimal worst) => Worst += worst;

    /// <summary>Carries a change of what was recently filled over.</summary>
    public void AddRecentlyFilled(decimal worth) => RecentlyFilled += worth;

    /// <summary>Carries changes of worth over that a new price makes.</summary>
    public void Revalue(decimal open, decimal recentlyFilled, decimal worst)
    {
        Open += open;
        RecentlyFilled += recentlyFilled;
        Worst += worst;
    }

    /// <summary>Notes that products got or lost a price that may be used.</summary>
    public void CountStale(int change) => staleShares += change;

    private void LookUp(LimitBook limits)
    {
        amounts = [.. AmountKind.All.Select(kind => limits.Find(kind, Whose, Which))];
        ceilings = [.. amounts.Select(Ceiling.Of)];
        IsEnforced = limits.IsEnforced(Whose);
        limitsVersion = limits.Version;
    }
}
