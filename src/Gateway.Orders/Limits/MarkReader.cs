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

    /// <summary>Fetches the marks of everything that counts somewhere, unless that was done a moment ago.</summary>
    public void ReadAll(DateTimeOffset now)
    {
        if (now < next)
            return;
        next = now + Interval;
        foreach (var mark in book.All)
            Read(mark, now);
    }

    /// <summary>Fetches what an order in this market is valued and judged by.</summary>
    public void Read(Market market, DateTimeOffset now)
    {
        Read(book.Of(market.Base.Id), now);
        Read(book.Of(market.Quote.Id), now);
    }

    private void Read(ProductMark known, DateTimeOffset now)
    {
        foreach (var venue in venues)
        {
            if (venue.MarketData.MarkOf(known.Product) is { } mark && mark.Time > known.MarkTime)
                book.Update(known.Product, mark.Price, mark.Time, now);
        }
    }
}
