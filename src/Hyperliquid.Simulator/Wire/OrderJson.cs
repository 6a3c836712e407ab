using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>An order as <c>openOrders</c>, <c>frontendOpenOrders</c> and <c>orderUpdates</c> print it.</summary>
internal static class OrderJson
{
    /// <summary>The short form; <c>cloid</c> and <c>reduceOnly</c> are there only where they say something.</summary>
    public static JsonObject Plain(Order order, decimal sz)
    {
        var json = Start(order, sz);
        json["origSz"] = Numbers.Sent(order.Terms.Sz);
        if (order.Terms.Cloid is { } cloid)
            json["cloid"] = cloid;
        if (order.Terms.ReduceOnly)
            json["reduceOnly"] = true;
        return json;
    }

    /// <summary>The long form of the venue's web client; every member is always there.</summary>
    public static JsonObject Frontend(Order order)
    {
        var json = Start(order, order.Sz);
        json["triggerCondition"] = "N/A";
        json["isTrigger"] = false;
        json["triggerPx"] = "0.0";
        json["children"] = new JsonArray();
        json["isPositionTpsl"] = false;
        json["reduceOnly"] = order.Terms.ReduceOnly;
        json["orderType"] = order.Terms.Tif == TimeInForce.FrontendMarket ? "Market" : "Limit";
        json["origSz"] = Numbers.Sent(order.Terms.Sz);
        json["tif"] = order.Terms.Tif.ToString();
        json["cloid"] = order.Terms.Cloid;
        return json;
    }

    /// <summary>The long form with the latest status.</summary>
    public static JsonObject WithStatus(Order order) => new()
    {
        ["order"] = Frontend(order),
        ["status"] = order.Status,
        ["statusTimestamp"] = order.StatusTimestamp,
    };

    /// <summary>One event of <c>orderUpdates</c>.</summary>
    public static JsonObject Update(OrderUpdate update) => new()
    {
        ["order"] = Plain(update.Order, update.Sz),
        ["status"] = update.Status,
        ["statusTimestamp"] = update.Time,
    };

    private static JsonObject Start(Order order, decimal sz) => new()
    {
        ["coin"] = order.Instrument.Coin,
        ["side"] = order.IsBuy ? "B" : "A",
        ["limitPx"] = Numbers.Sent(order.LimitPx),
        ["sz"] = Numbers.Sent(sz),
        ["oid"] = order.Oid,
        ["timestamp"] = order.Timestamp,
    };
}
