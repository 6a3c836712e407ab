using Gateway.Orders.Alerts;
using Gateway.Orders.Archive;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Snapshots;

/// <summary>Everything that a gateway knows after one record of its journal. Each member is required, so that none can be forgotten.</summary>
internal sealed record Snapshot
{
    /// <summary>After which record.</summary>
    public required JournalPosition Position { get; init; }

    /// <summary>What is in memory.</summary>
    public required LedgerState Ledger { get; init; }

    /// <summary>What has left it; not known before it is sealed.</summary>
    public ArchiveStamp? Archive { get; init; }

    /// <summary>The updates of orders that are at hand for those who resume, and the last one that is not any more.</summary>
    public required FeedState Feed { get; init; }

    /// <summary>The alerts that are, likewise.</summary>
    public required (Alert[] Alerts, long Forgotten) Alerts { get; init; }
}
