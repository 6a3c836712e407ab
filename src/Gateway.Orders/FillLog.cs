using System.Collections;
using Gateway.Orders.Archive;

namespace Gateway.Orders;

/// <summary>
/// Every fill up to one moment, in the order written down, by number from 0. All but the last few are read from the disk, so whoever
/// reads many does it outside the engine's loop: what it holds does not change.
/// </summary>
public sealed class FillLog : IReadOnlyList<OrderFill>
{
    private readonly FillArchive archive;
    private readonly TimeSpan lateness;

    internal FillLog(FillArchive archive) => (this.archive, Count, lateness) = (archive, archive.Count, archive.Lateness);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public OrderFill this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return archive.Read(index);
        }
    }

    /// <summary>A number before which every fill traded at <paramref name="time"/> or earlier.</summary>
    public int FirstAfter(DateTimeOffset time)
    {
        var (first, end) = (0, Count);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (archive.LatestThrough(middle) > time)
                end = middle;
            else
                first = middle + 1;
        }

        return first;
    }

    /// <summary>Whether every fill from that number on traded later than <paramref name="time"/>.</summary>
    public bool IsAllAfter(int number, DateTimeOffset time) => number < Count && archive.LatestThrough(number) - time > lateness;

    /// <inheritdoc/>
    public IEnumerator<OrderFill> GetEnumerator()
    {
        for (var number = 0; number < Count; number++)
            yield return archive.Read(number);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
