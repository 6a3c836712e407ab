using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// How the perpetuals of a dex stand by the feed <c>allDexsAssetCtxs</c>, <c>{"ctxs":[[dex,[context,…]],…]}</c>. It names none of
/// them: they are in the order of the dex's universe, to which nothing but new ones at its end is done.
/// </summary>
/// <param name="Dex">Empty: the venue's own.</param>
/// <param name="Marks">The mark price, or the mid where there is none, by position in the universe.</param>
/// <param name="DayVolumes">The last day's volume by position in the universe.</param>
internal sealed record DexContexts(string Dex, ImmutableArray<decimal?> Marks, ImmutableArray<decimal?> DayVolumes)
{
    /// <summary>Every dex that can be read; one that cannot is left out, as if the venue had said nothing of it.</summary>
    public static ImmutableArray<DexContexts> ReadAll(JsonElement data) =>
        data.Member("ctxs") is { ValueKind: JsonValueKind.Array } dexes ? [.. dexes.EnumerateArray().Select(Read).OfType<DexContexts>()] : [];

    private static DexContexts? Read(JsonElement pair)
    {
        if (pair is not { ValueKind: JsonValueKind.Array } || pair.GetArrayLength() < 2 ||
            pair[0].AsText() is not { } dex || pair[1].ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return new(
            dex,
            [.. pair[1].EnumerateArray().Select(PerpetualContexts.MarkOf)],
            [.. pair[1].EnumerateArray().Select(context => context.Number("dayNtlVlm"))]);
    }
}
