using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The perpetuals of one dex. The position in the universe is the asset id within the dex: never sort it.</summary>
internal sealed record Meta(ImmutableArray<PerpetualMeta> Universe, int CollateralToken)
{
    public static Meta Read(JsonElement meta) => new(
        [.. meta.Items("universe").Select(PerpetualMeta.Read)],
        meta.Member("collateralToken") is null ? 0 : meta.Small("collateralToken", int.MaxValue));
}

/// <summary>One perpetual.</summary>
internal sealed record PerpetualMeta(string Name, int SizeDecimals, int? MaxLeverage, bool IsolatedOnly, bool IsDelisted)
{
    public static PerpetualMeta Read(JsonElement perpetual) => new(
        perpetual.Text("name") ?? throw new UnreadableMessageException("A perpetual in meta has no name."),
        perpetual.Small("szDecimals", most: 28),
        perpetual.Member("maxLeverage") is null ? null : perpetual.Small("maxLeverage", int.MaxValue),
        perpetual.Flag("onlyIsolated") || perpetual.Text("marginMode") is "strictIsolated" or "noCross",
        perpetual.Flag("isDelisted"));
}
