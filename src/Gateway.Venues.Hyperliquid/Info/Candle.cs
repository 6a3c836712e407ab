using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>An element of <c>candleSnapshot</c>.</summary>
internal sealed record Candle(
    DateTimeOffset Opens, DateTimeOffset Closes, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, long Trades)
{
    public static ImmutableArray<Candle> ReadAll(JsonElement reply) => reply.Rows(row => new Candle(
        row.NeedTime("t"), row.NeedTime("T"), row.Need("o"), row.Need("h"), row.Need("l"), row.Need("c"), row.Need("v"), row.NeedInteger("n")));
}
