using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>The funding of one moment: an element of <c>fundingHistory</c>.</summary>
/// <param name="Coin">The market.</param>
/// <param name="Rate">The fraction of a position's value that longs paid.</param>
/// <param name="Premium">What it was computed from; not always said.</param>
/// <param name="Time">When.</param>
internal sealed record FundingRow(string Coin, decimal Rate, decimal? Premium, DateTimeOffset Time)
{
    public static ImmutableArray<FundingRow> ReadAll(JsonElement reply) => reply.Rows(row =>
        new FundingRow(row.NeedText("coin"), row.Need("fundingRate"), row.Number("premium"), row.NeedTime("time")));
}
