using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>An order of an account that rests or waits for its trigger: an element of <c>openOrders</c> and <c>frontendOpenOrders</c>.</summary>
/// <param name="Coin">The venue's name of the market.</param>
/// <param name="Side">Which way.</param>
/// <param name="Price">Its limit.</param>
/// <param name="Size">What is left of it.</param>
/// <param name="OriginalSize">What was asked for; very old answers do not say.</param>
/// <param name="Oid">The venue's number.</param>
/// <param name="Cloid">The client order id.</param>
/// <param name="Time">When it was placed.</param>
/// <param name="ReduceOnly">Whether it may only reduce a position.</param>
/// <param name="OrderType">In the venue's words; only <c>frontendOpenOrders</c> says.</param>
/// <param name="TimeInForce">The same.</param>
/// <param name="TriggerPrice">The same; null: no trigger.</param>
/// <param name="TriggerCondition">The same.</param>
/// <param name="Children">Orders that it carries.</param>
internal sealed record OpenOrderRow(
    string Coin,
    Side Side,
    decimal Price,
    decimal Size,
    decimal? OriginalSize,
    long Oid,
    string? Cloid,
    DateTimeOffset Time,
    bool ReduceOnly,
    string? OrderType,
    string? TimeInForce,
    decimal? TriggerPrice,
    string? TriggerCondition,
    ImmutableArray<OpenOrderRow> Children)
{
    public static ImmutableArray<OpenOrderRow> ReadAll(JsonElement reply) => reply.Rows(Read);

    public static OpenOrderRow Read(JsonElement order) => new(
        order.NeedText("coin"),
        order.NeedSide(),
        order.Need("limitPx"),
        order.Need("sz"),
        order.Number("origSz"),
        order.NeedInteger("oid"),
        order.Text("cloid"),
        order.NeedTime("timestamp"),
        order.Flag("reduceOnly"),
        order.Text("orderType"),
        order.Text("tif"),
        order.Flag("isTrigger") ? order.Number("triggerPx") : null,
        order.Flag("isTrigger") ? order.Text("triggerCondition") : null,
        [.. order.Items("children").Select(Read)]);
}
