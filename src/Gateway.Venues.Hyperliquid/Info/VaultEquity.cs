using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account holds of a vault: an element of <c>userVaultEquities</c>.</summary>
internal sealed record VaultEquity(string Vault, decimal Equity, DateTimeOffset? LockedUntil)
{
    public static ImmutableArray<VaultEquity> ReadAll(JsonElement reply) =>
        reply.Rows(row => new VaultEquity(row.NeedAddress("vaultAddress"), row.Need("equity"), row.Time("lockedUntilTimestamp")));
}
