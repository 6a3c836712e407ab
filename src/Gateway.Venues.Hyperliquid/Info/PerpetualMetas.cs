using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>The perpetuals of every dex, in the order of <c>perpDexs</c>: <c>allPerpMetas</c>.</summary>
internal static class PerpetualMetas
{
    public static ImmutableArray<Meta> ReadAll(JsonElement reply) => reply.Rows(Meta.Read);
}
