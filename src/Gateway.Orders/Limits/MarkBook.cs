using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>The prices that turn quantities into limit dollars. It is told of marks and of the time; it fetches nothing.</summary>
public sealed class MarkBook(IReadOnlyDictionary<ProductId, decimal> pins)
{
    /// <summary>The oldest mark price that a decision may rest on.</summary>
    public static readonly TimeSpan OldestMark = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ProductId, ProductMark> marks = [];

    // No mark becomes too old before this moment, so most looks cost one comparison.
    private DateTimeOffset allFreshUntil = DateTimeOffset.MaxValue;

    /// <summary>How many products have been asked about.</summary>
    internal int Count => marks.Count;

    /// <summary>Every product that has been asked about.</summary>
    internal IEnumerable<ProductMark> All => marks.Values;

    /// <summary>Limit dollars of one unit of a product; null: unknown or too old.</summary>
    public decimal? DollarsOf(ProductId product) => marks.TryGetValue(product, out var mark) ? mark.Dollars : null;

    /// <summary>The price of a product, kept from now on.</summary>
    internal ProductMark Of(ProductId product)
    {
        if (!marks.TryGetValue(product, out var mark))
            marks.Add(product, mark = new(product, pins.TryGetValue(product, out var pin) ? pin : null));
        return mark;
    }

    /// <summary>Takes in what the venue says a product is worth; <paramref name="now"/> tells whether that is new enough.</summary>
    public void Update(ProductId product, Price mark, DateTimeOffset time, DateTimeOffset now)
    {
        var known = Of(product);
        known.Update(mark.Value, time);
        known.Advance(now);
        if (known.HasMarkAt(now))
            allFreshUntil = Earlier(allFreshUntil, known.MarkTime + OldestMark);
    }

    /// <summary>Looks which marks have become too old.</summary>
    public void Advance(DateTimeOffset now)
    {
        if (now <= allFreshUntil)
            return;
        allFreshUntil = DateTimeOffset.MaxValue;
        foreach (var mark in marks.Values)
        {
            mark.Advance(now);
            if (mark.HasMarkAt(now))
                allFreshUntil = Earlier(allFreshUntil, mark.MarkTime + OldestMark);
        }
    }

    /// <summary>
    /// What a market's price is judged by, in units of its quote product: the base product's mark, divided by the quote
    /// product's where that has one (a quote product without a mark is a dollar); for want of a fresh mark the pinned price; else null.
    /// </summary>
    internal static decimal? ReferenceOf(Footprint footprint, DateTimeOffset now)
    {
        var (mark, quote) = (footprint.Base, footprint.Quote);
        if (!mark.HasMarkAt(now))
            return mark.Dollars;
        return quote.HasMarkAt(now) ? mark.Mark / quote.Mark : mark.Mark;
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
