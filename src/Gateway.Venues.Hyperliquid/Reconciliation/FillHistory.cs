using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Reconciliation;

/// <summary>
/// Reads an account's fills from a moment on, page by page. Pages are bounded inclusively and begin anywhere in a
/// millisecond, so each begins where the last ended and what comes twice is dropped. The venue reaches back 10,000 fills.
/// </summary>
internal sealed class FillHistory(InfoClient info, ILogger log)
{
    // The smallest page size that the venue documents. A shorter page is the last.
    private const int LeastPage = 500;

    public async Task<IReadOnlyList<UserFill>> ReadAsync(
        AccountName name, Address user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var fills = new List<UserFill>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var start = Math.Max(0, since.ToUnixTimeMilliseconds());
        while (true)
        {
            var page = await info.FillsSinceAsync(user, start, cancellationToken);
            var before = fills.Count;
            // The order within a page differs between recordings of the venue.
            fills.AddRange(page.OrderBy(fill => fill.Time ?? 0).Where(fill => known.Add(fill.Key)));
            var last = page.Select(fill => fill.Time ?? 0).DefaultIfEmpty().Max();
            if (page.Length < LeastPage || last < start)
                return fills;
            if (fills.Count == before || last == start)
            {
                // A whole page within one millisecond: whatever of it lies beyond the page cannot be asked for.
                Log.FillsBeyondReach(log, page.Length, name);
                start = last + 1;
            }
            else
            {
                start = last;
            }
        }
    }
}
