using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account has staked with a validator: an element of <c>delegations</c>.</summary>
internal sealed record Delegation(string Validator, decimal Amount, DateTimeOffset? LockedUntil)
{
    public static ImmutableArray<Delegation> ReadAll(JsonElement reply) =>
        reply.Rows(row => new Delegation(row.NeedAddress("validator"), row.Need("amount"), row.Time("lockedUntilTimestamp")));
}

/// <summary>What an account has staked in all: <c>delegatorSummary</c>.</summary>
internal sealed record DelegatorSummary(decimal Delegated, decimal Undelegated, decimal PendingWithdrawal, long PendingWithdrawals)
{
    public static DelegatorSummary Read(JsonElement reply) => new(
        reply.Need("delegated"), reply.Need("undelegated"), reply.Need("totalPendingWithdrawal"), reply.NeedInteger("nPendingWithdrawals"));
}
