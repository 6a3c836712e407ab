using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A named agent of an account: an element of <c>extraAgents</c>.</summary>
/// <param name="Name">The name that it was approved under.</param>
/// <param name="Address">Its address.</param>
/// <param name="ValidUntil">Its last moment; null: not said.</param>
internal sealed record ApiWallet(string Name, string Address, DateTimeOffset? ValidUntil)
{
    public static ImmutableArray<ApiWallet> ReadAll(JsonElement reply) =>
        reply.Rows(row => new ApiWallet(row.NeedText("name"), row.NeedAddress("address"), row.Time("validUntil")));
}
