using System.Collections.Immutable;
using Gateway.Orders.Halts;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Snapshots;

/// <summary>What a ledger is made of, apart from its archive. Each member is required, so that none can be forgotten.</summary>
internal sealed record LedgerState
{
    public required GatewayInstance? Instance { get; init; }

    public required bool LatestMayBeLost { get; init; }

    public required long LastOrder { get; init; }

    /// <summary>The orders that are not out, oldest first.</summary>
    public required IReadOnlyList<Order> Open { get; init; }

    /// <summary>The orders that are out and in memory.</summary>
    public required IReadOnlyList<Order> Ended { get; init; }

    /// <summary>The orders whose name only memory knows.</summary>
    public required IReadOnlyList<OrderId> Named { get; init; }

    /// <summary>The orders that are out, as they will leave memory.</summary>
    public required IReadOnlyList<(DateTimeOffset Since, OrderId Order)> Retiring { get; init; }

    public required IReadOnlyList<(AccountName Account, FillMarkState Mark)> Marks { get; init; }

    public required ImmutableArray<Limit> Limits { get; init; }

    public required ImmutableArray<ActiveHalt> Halts { get; init; }

    /// <summary>The fills that count for limits, oldest first.</summary>
    public required IReadOnlyList<CountedFill> Fills { get; init; }

    /// <summary>The time as of which they do.</summary>
    public required DateTimeOffset FillsAsOf { get; init; }
}
