using System.Globalization;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

/// <summary>Our action for the JSON of a vector.</summary>
internal static class VectorActions
{
    public static readonly string[] Ours = ["order", "batchModify", "cancel", "cancelByCloid", "scheduleCancel", "noop"];

    public static OrderAction Order(JsonElement action) => new(action.GetProperty("orders").EnumerateArray().Select(Terms).ToArray());

    public static BatchModifyAction BatchModify(JsonElement action) => new(action.GetProperty("modifies").EnumerateArray()
        .Select(modify => new ReplacedOrder
        {
            ExchangeOrderId = modify.GetProperty("oid") is { ValueKind: JsonValueKind.Number } number ? number.GetUInt64() : null,
            Cloid = modify.GetProperty("oid") is { ValueKind: JsonValueKind.String } named ? CloidOf(named) : default,
            Terms = Terms(modify.GetProperty("order")),
        }).ToArray());

    public static CancelAction Cancel(JsonElement action) => new(action.GetProperty("cancels").EnumerateArray()
        .Select(cancel => new NumberedOrder(cancel.GetProperty("a").GetUInt32(), cancel.GetProperty("o").GetUInt64())).ToArray());

    public static CancelByCloidAction CancelByCloid(JsonElement action) => new(action.GetProperty("cancels").EnumerateArray()
        .Select(cancel => new NamedOrder(cancel.GetProperty("asset").GetUInt32(), CloidOf(cancel.GetProperty("cloid")))).ToArray());

    public static ScheduleCancelAction ScheduleCancel(JsonElement action) =>
        new(action.TryGetProperty("time", out var time) ? time.GetUInt64() : null);

    private static OrderTerms Terms(JsonElement order)
    {
        var kind = order.GetProperty("t");
        var terms = new OrderTerms
        {
            Asset = order.GetProperty("a").GetUInt32(),
            IsBuy = order.GetProperty("b").GetBoolean(),
            Price = Number(order.GetProperty("p")),
            Size = Number(order.GetProperty("s")),
            ReduceOnly = order.GetProperty("r").GetBoolean(),
            Cloid = order.TryGetProperty("c", out var cloid) ? CloidOf(cloid) : null,
        };
        if (kind.TryGetProperty("limit", out var limit))
            return terms with { Lifetime = Enum.Parse<OrderLifetime>(limit.GetProperty("tif").GetString()!) };
        var trigger = kind.GetProperty("trigger");
        return terms with
        {
            Trigger = new OrderTrigger(
                new Price(Number(trigger.GetProperty("triggerPx"))),
                trigger.GetProperty("tpsl").GetString() == "sl" ? TriggerKind.StopLoss : TriggerKind.TakeProfit,
                trigger.GetProperty("isMarket").GetBoolean()),
        };
    }

    private static Cloid CloidOf(JsonElement text) => new(UInt128.Parse(text.GetString()![2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
