using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What the venue says about its perpetuals and how they traded lately: <c>metaAndAssetCtxs</c>.</summary>
/// <param name="Meta">The perpetuals.</param>
/// <param name="DayVolumes">The last day's volume by position in the universe.</param>
internal sealed record PerpetualContexts(Meta Meta, ImmutableArray<decimal?> DayVolumes)
{
    public static PerpetualContexts Read(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Array && reply.GetArrayLength() >= 2 && reply[1].ValueKind == JsonValueKind.Array
            ? new(Meta.Read(reply[0]), [.. reply[1].EnumerateArray().Select(context => context.Number("dayNtlVlm"))])
            : throw new UnreadableMessageException("metaAndAssetCtxs is not a pair of meta and contexts.");
}

/// <summary>The same for spot: <c>spotMetaAndAssetCtxs</c>. Contexts are joined by coin, not by position.</summary>
internal sealed record SpotContexts(SpotMeta Meta, ImmutableDictionary<string, decimal?> DayVolumes)
{
    public static SpotContexts Read(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Array || reply.GetArrayLength() < 2 || reply[1].ValueKind != JsonValueKind.Array)
            throw new UnreadableMessageException("spotMetaAndAssetCtxs is not a pair of spotMeta and contexts.");
        var volumes = ImmutableDictionary.CreateBuilder<string, decimal?>(StringComparer.Ordinal);
        foreach (var context in reply[1].EnumerateArray())
        {
            if (context.Text("coin") is { } coin)
                volumes[coin] = context.Number("dayNtlVlm");
        }

        return new(SpotMeta.Read(reply[0]), volumes.ToImmutable());
    }
}
