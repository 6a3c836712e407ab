using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// The part of an exposure that is in one product, in quantities. Every change carries its worth over to the sums of the
/// exposure at once, with the price of that moment; a new price carries the difference over, so that nothing drifts.
/// </summary>
internal sealed class ProductExposure
{
    private readonly ProductMark mark;
    private decimal openBuys;
    private decimal openSells;
    private decimal net;

    public ProductExposure(Exposure exposure, ProductMark mark)
    {
        Exposure = exposure;
        this.mark = mark;
        mark.Value(this);
    }

    /// <summary>What it is a part of.</summary>
    public Exposure Exposure { get; }

    /// <summary>The product.</summary>
    public ProductId Product => mark.Product;

    /// <summary>Whether its price may be used.</summary>
    public bool IsFresh => mark.IsFresh;

    /// <summary>Limit dollars of one unit.</summary>
    public decimal Price => mark.Price;

    /// <summary>Quantity open, buys and sells.</summary>
    public decimal Open => openBuys + openSells;

    /// <summary>Quantity that traded recently, bought and sold.</summary>
    public decimal RecentlyFilled { get; private set; }

    /// <summary>The larger of what could come to be held and what could come to be owed, in units; never negative.</summary>
    public decimal Worst { get; private set; }

    /// <summary>What <see cref="Worst"/> would be with one more order.</summary>
    public decimal WorstWith(Side side, decimal quantity) => side == Side.Buy
        ? WorstOf(openBuys + quantity, openSells)
        : WorstOf(openBuys, openSells + quantity);

    /// <summary>Opens a quantity, or with a negative one closes it; <paramref name="worth"/> is what it is worth at <see cref="Price"/>.</summary>
    public void AddOpen(Side side, decimal quantity, decimal worth)
    {
        if (side == Side.Buy)
            openBuys += quantity;
        else
            openSells += quantity;
        Exposure.AddOpen(worth, Revise());
    }

    /// <summary>Counts a fill, or with a negative quantity retires it.</summary>
    public void AddFilled(Side side, decimal quantity)
    {
        net += side == Side.Buy ? quantity : -quantity;
        Exposure.AddFilled(Revise());
    }

    /// <summary>Counts a recent fill, or with a negative quantity lets it age; <paramref name="worth"/> is what it is worth at <see cref="Price"/>.</summary>
    public void AddRecentlyFilled(decimal quantity, decimal worth)
    {
        RecentlyFilled += quantity;
        Exposure.AddRecentlyFilled(worth);
    }

    /// <summary>Carries a change of the price over.</summary>
    public void Revalue(decimal change) => Exposure.Revalue(Open * change, RecentlyFilled * change, Worst * change);

    private decimal Revise()
    {
        var before = Worst;
        Worst = WorstOf(openBuys, openSells);
        return (Worst - before) * Price;
    }

    private decimal WorstOf(decimal buys, decimal sells) => Math.Max(0, Math.Max(net + buys, sells - net));
}
