using System.Collections.Immutable;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A stretch of time, as far as it could be read.</summary>
/// <param name="Items">Oldest first, each once.</param>
/// <param name="IsComplete">False: there is more that was not or cannot be read.</param>
internal sealed record TimePages<T>(ImmutableArray<T> Items, bool IsComplete);

/// <summary>
/// Reads time ranges page by page. Pages are bounded inclusively and may begin anywhere in a millisecond, so each begins
/// where the last ended, and what comes twice is dropped.
/// </summary>
internal static class TimePages
{
    // The smallest page size that the venue documents. A shorter page is the last.
    private const int LeastPage = 500;

    /// <param name="ask">The page from a moment (Unix ms, inclusive) on, in any order.</param>
    /// <param name="timeOf">The moment of an item.</param>
    /// <param name="since">Where to begin, Unix ms.</param>
    /// <param name="most">After how many items to stop.</param>
    public static async Task<TimePages<T>> ReadAsync<T>(Func<long, Task<ImmutableArray<T>>> ask, Func<T, long> timeOf, long since, int most)
        where T : class
    {
        var items = new List<T>();
        var known = new HashSet<T>();
        var isComplete = true;
        while (true)
        {
            var page = await ask(since);
            items.AddRange(page.OrderBy(timeOf).Where(known.Add));
            var last = page.Select(timeOf).DefaultIfEmpty().Max();
            if (page.Length < LeastPage || last < since)
                return new([.. items.OrderBy(timeOf)], isComplete);
            if (items.Count >= most)
                return new([.. items.OrderBy(timeOf).Take(most)], IsComplete: false);
            // A whole page within one millisecond: whatever of it lies beyond the page cannot be asked for.
            isComplete &= last > since;
            since = last > since ? last : last + 1;
        }
    }
}
