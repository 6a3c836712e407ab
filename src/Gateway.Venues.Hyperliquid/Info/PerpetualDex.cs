using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>An exchange for perpetuals within the venue: an element of <c>perpDexs</c>. The venue's own comes first, as null.</summary>
/// <param name="Name">Empty: the venue's own.</param>
/// <param name="FullName">What it calls itself.</param>
/// <param name="Deployer">Who runs it.</param>
internal sealed record PerpetualDex(string Name, string? FullName, string? Deployer)
{
    public static ImmutableArray<PerpetualDex> ReadAll(JsonElement reply) => reply.Rows(row => row.ValueKind == JsonValueKind.Null
        ? new PerpetualDex("", FullName: null, Deployer: null)
        : new PerpetualDex(row.NeedText("name"), row.Text("fullName"), row.Text("deployer")));
}
