using System.Collections.Immutable;

namespace Gateway.Orders.Archive;

/// <summary>What of the archive belongs to one record of the journal; everything else there came later, or is not needed any more.</summary>
/// <param name="Orders">The orders.</param>
/// <param name="Fills">The fills.</param>
internal sealed record ArchiveStamp(OrderArchiveStamp Orders, FillArchiveStamp Fills)
{
    /// <summary>The stamp of an archive that nothing was brought to.</summary>
    public static ArchiveStamp None { get; } = new(new(LogStamp.None, [], []), new(LogStamp.None, LogStamp.None, [], 0, DateTimeOffset.MinValue, TimeSpan.Zero));

    /// <summary>The names of all logs.</summary>
    public static IEnumerable<string> Logs => [.. OrderArchive.Logs, .. FillArchive.Logs];

    /// <summary>The names of all runs.</summary>
    public IEnumerable<string> Runs() => Orders.Places.Concat(Orders.Names).Concat(Fills.Ids).Select(run => run.Name);

    /// <summary>Whether all of it lies there.</summary>
    public bool IsIn(IRoom room) => OrderArchive.IsThere(room, Orders) && FillArchive.IsThere(room, Fills);
}

/// <summary>What of the orders belongs to one record.</summary>
internal sealed record OrderArchiveStamp(LogStamp Log, ImmutableArray<RunStamp> Places, ImmutableArray<RunStamp> Names);

/// <summary>What of the fills belongs to one record.</summary>
internal sealed record FillArchiveStamp(
    LogStamp Log, LogStamp Entries, ImmutableArray<RunStamp> Ids, int Count, DateTimeOffset Latest, TimeSpan Lateness);

/// <summary>The first bytes of a log.</summary>
/// <param name="Length">How many.</param>
/// <param name="End">The hash of the last of them.</param>
internal sealed record LogStamp(long Length, string End)
{
    /// <summary>The stamp of a log without bytes.</summary>
    public static LogStamp None { get; } = new(0, "");
}

/// <summary>A run of an index.</summary>
/// <param name="Name">Its name, which holds the number and the hash of the record up to which it knows.</param>
/// <param name="Count">How many entries it has.</param>
internal sealed record RunStamp(string Name, long Count);
