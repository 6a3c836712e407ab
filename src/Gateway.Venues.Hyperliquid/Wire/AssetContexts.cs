using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What the venue says about its perpetuals and how they traded lately: <c>metaAndAssetCtxs</c>.</summary>
/// <param name="Meta">The perpetuals.</param>
/// <param name="DayVolumes">The last day's volume by position in the universe.</param>
internal sealed record PerpetualContexts(Meta Meta, ImmutableArray<decimal?> DayVolumes)
{
    /// <summary>The mark price, or the mid where there is none, by position in the universe.</summary>
    public ImmutableArray<decimal?> Marks { get; init; } = [];

    public static PerpetualContexts Read(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Array && reply.GetArrayLength() >= 2 && reply[1].ValueKind == JsonValueKind.Array
            ? new(Meta.Read(reply[0]), [.. reply[1].EnumerateArray().Select(context => context.Number("dayNtlVlm"))])
            {
                Marks = [.. reply[1].EnumerateArray().Select(MarkOf)],
            }
            : throw new UnreadableMessageException("metaAndAssetCtxs is not a pair of meta and contexts.");

    /// <summary>The mark price of a context, or the mid where there is none.</summary>
    internal static decimal? MarkOf(JsonElement context) => context.Number("markPx") ?? context.Number("midPx");
}

/// <summary>The same for spot: <c>spotMetaAndAssetCtxs</c>. Contexts are joined by coin, not by position.</summary>
internal sealed record SpotContexts(SpotMeta Meta, ImmutableDictionary<string, decimal?> DayVolumes)
{
    /// <summary>The mark price, or the mid where there is none, by coin.</summary>
    public ImmutableDictionary<string, decimal?> Marks { get; init; } = ImmutableDictionary<string, decimal?>.Empty;

    public static SpotContexts Read(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Array || reply.GetArrayLength() < 2 || reply[1].ValueKind != JsonValueKind.Array)
            throw new UnreadableMessageException("spotMetaAndAssetCtxs is not a pair of spotMeta and contexts.");
        var volumes = ImmutableDictionary.CreateBuilder<string, decimal?>(StringComparer.Ordinal);
        var marks = ImmutableDictionary.CreateBuilder<string, decimal?>(StringComparer.Ordinal);
        foreach (var context in reply[1].EnumerateArray())
        {
            if (context.Text("coin") is not { } coin)
                continue;
            volumes[coin] = context.Number("dayNtlVlm");
            marks[coin] = PerpetualContexts.MarkOf(context);
        }

        return new(SpotMeta.Read(reply[0]), volumes.ToImmutable()) { Marks = marks.ToImmutable() };
    }
}
