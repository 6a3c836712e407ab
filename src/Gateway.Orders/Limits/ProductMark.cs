using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>What one product is worth in limit dollars, and whether that can be relied on.</summary>
internal sealed class ProductMark(ProductId product, decimal? pin)
{
    /// <summary>A decimal holds 28 digits. Within this bound, in limit dollars, sums of products stay exact for every price and lot that a venue quotes.</summary>
    public const decimal MostReckoned = 1_000_000_000_000_000m;

    private readonly List<ProductExposure> shares = [];

    /// <summary>The product.</summary>
    public ProductId Product { get; } = product;

    /// <summary>Limit dollars of one unit: pinned by the operator, or the last mark price; 0 until one is known.</summary>
    public decimal Price { get; private set; } = pin ?? 0;

    /// <summary>The most units that can be reckoned with at this price; never more than <see cref="MostReckoned"/>.</summary>
    public decimal MostUnits { get; private set; } = MostUnitsAt(pin ?? 0);

    /// <summary>The price, if it may be used; else null.</summary>
    public decimal? Dollars => IsFresh ? Price : null;

    /// <summary>Whether the price may be used: it is pinned, or its mark was not too old when last looked at.</summary>
    public bool IsFresh { get; private set; } = pin is not null;

    /// <summary>The venue's last mark price; null: none is known.</summary>
    public decimal? Mark { get; private set; }

    /// <summary>When the venue said so.</summary>
    public DateTimeOffset MarkTime { get; private set; }

    private bool IsPinned { get; } = pin is not null;

    /// <summary>Whether the venue's mark is known and young enough at <paramref name="now"/>.</summary>
    public bool HasMarkAt(DateTimeOffset now) => Mark is not null && now - MarkTime <= MarkBook.OldestMark;

    /// <summary>Takes the venue's mark in, and values anew what is in this product. An older mark than the last changes nothing.</summary>
    public void Update(decimal mark, DateTimeOffset time)
    {
        if (time < MarkTime)
            return;
        Mark = mark;
        MarkTime = time;
        if (IsPinned || mark == Price)
            return;
        var change = mark - Price;
        Price = mark;
        MostUnits = MostUnitsAt(mark);
        foreach (var share in shares)
            share.Revalue(change);
    }

    /// <summary>Looks at the age of the mark.</summary>
    public void Advance(DateTimeOffset now)
    {
        var fresh = IsPinned || HasMarkAt(now);
        if (fresh == IsFresh)
            return;
        IsFresh = fresh;
        foreach (var share in shares)
            share.Exposure.CountStale(fresh ? -1 : 1);
    }

    /// <summary>Remembers who has to hear when the price changes.</summary>
    public void Value(ProductExposure share)
    {
        shares.Add(share);
        if (!IsFresh)
            share.Exposure.CountStale(1);
    }

    private static decimal MostUnitsAt(decimal price) => MostReckoned / Math.Max(1, price);
}
