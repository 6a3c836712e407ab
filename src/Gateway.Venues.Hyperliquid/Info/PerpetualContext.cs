using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>How a perpetual stands: a row of <c>metaAndAssetCtxs</c>, joined to its name by position.</summary>
internal sealed record PerpetualContext(
    string Coin,
    decimal Mark,
    decimal? Mid,
    decimal Oracle,
    decimal Funding,
    decimal? Premium,
    decimal OpenInterest,
    decimal PreviousDayPrice,
    decimal DayNotionalVolume)
{
    public static ImmutableArray<PerpetualContext> ReadAll(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Array || reply.GetArrayLength() < 2)
            throw new UnreadableMessageException("metaAndAssetCtxs is not a pair of meta and contexts.");
        var names = Meta.Read(reply[0]).Universe;
        var contexts = reply[1].Rows(context => context);
        return names.Length == contexts.Length
            ? [.. names.Zip(contexts, (perpetual, context) => Read(perpetual.Name, context))]
            : throw new UnreadableMessageException($"metaAndAssetCtxs has {names.Length} perpetuals and {contexts.Length} contexts.");
    }

    private static PerpetualContext Read(string coin, JsonElement context) => new(
        coin,
        context.Need("markPx"),
        context.Number("midPx"),
        context.Need("oraclePx"),
        context.Need("funding"),
        context.Number("premium"),
        context.Need("openInterest"),
        context.Need("prevDayPx"),
        context.Need("dayNtlVlm"));
}

/// <summary>How a spot pair stands: a context of <c>spotMetaAndAssetCtxs</c>.</summary>
internal sealed record SpotContext(string Coin, decimal Mark, decimal? Mid, decimal PreviousDayPrice, decimal DayNotionalVolume)
{
    public static ImmutableArray<SpotContext> ReadAll(JsonElement reply) => reply.ValueKind == JsonValueKind.Array && reply.GetArrayLength() >= 2
        ? reply[1].Rows(context => new SpotContext(
            context.NeedText("coin"), context.Need("markPx"), context.Number("midPx"), context.Need("prevDayPx"), context.Need("dayNtlVlm")))
        : throw new UnreadableMessageException("spotMetaAndAssetCtxs is not a pair of spotMeta and contexts.");
}
