using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A trade of an account: an element of <c>userFillsByTime</c>.</summary>
internal sealed record FillRow(
    string Coin,
    Side Side,
    decimal Price,
    decimal Size,
    DateTimeOffset Time,
    string Direction,
    decimal ClosedPnl,
    long Oid,
    long? Tid,
    string? Cloid,
    bool Crossed,
    decimal Fee,
    string? FeeToken)
{
    public static FillRow Read(JsonElement fill) => new(
        fill.NeedText("coin"),
        fill.NeedSide(),
        fill.Need("px"),
        fill.Need("sz"),
        fill.NeedTime("time"),
        fill.NeedText("dir"),
        fill.Need("closedPnl"),
        fill.NeedInteger("oid"),
        fill.Integer("tid"),
        fill.Text("cloid"),
        fill.Flag("crossed"),
        fill.Need("fee"),
        fill.Text("feeToken"));

    public static ImmutableArray<FillRow> ReadAll(JsonElement reply) => reply.Rows(Read);
}
