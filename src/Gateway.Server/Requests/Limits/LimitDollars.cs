using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Server.Requests.Limits;

/// <summary>What products count in limits, for those who ask; the order engine keeps its own book.</summary>
internal sealed class LimitDollars(LimitOptions options, IReadOnlyList<IVenue> venues, TimeProvider time)
{
    /// <summary>Limit dollars of one unit: pinned, or the newest mark price that is young enough; null: none.</summary>
    public decimal? Of(ProductId product)
    {
        if (options.PinnedPrices.FirstOrDefault(pin => pin.Product == product.Value) is { } pinned)
            return pinned.Dollars;
        var newest = venues.Select(venue => venue.MarketData.MarkOf(product)).OfType<Mark>().MaxBy(mark => mark.Time);
        return newest is not null && time.GetUtcNow() - newest.Time <= MarkBook.OldestMark ? newest.Price.Value : null;
    }
}
