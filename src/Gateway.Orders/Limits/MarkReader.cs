using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// Brings the venues' marks to the mark book. The venues conflate them; they are fetched a few times a second, and once more
/// for the product of an order that is being decided about.
/// </summary>
internal sealed class MarkReader(IReadOnlyList<IVenue> venues, MarkBook book)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private DateTimeOffset next = DateTimeOffset.MinValue;
    private int known;

    /// <summary>Fetches the marks of everything that counts somewhere, unless that was done a moment ago and nothing is new.</summary>
    public void ReadAll(DateTimeOffset now)
    {
        if (now < next && book.Count == known)
            return;
        next = now + Interval;
        known = book.Count;
        foreach (var mark in book.All)
            Read(mark, now);
    }

    /// <summary>Fetches what an order in this market is valued and judged by.</summary>
    public void Read(Market market, DateTimeOffset now)
    {
        ReadAll(now);
        Read(book.Of(market.Base.Id), now);
        Read(book.Of(market.Quote.Id), now);
    }

    private void Read(ProductMark last, DateTimeOffset now)
    {
        foreach (var venue in venues)
        {
            if (venue.MarketData.MarkOf(last.Product) is { } mark && mark.Time > last.MarkTime)
                book.Update(last.Product, mark.Price, mark.Time, now);
        }
    }
}
