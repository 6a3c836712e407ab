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
        json["triggerCondition"] = ConditionOf(order);
        json["isTrigger"] = order.Terms.Trigger is not null;
        json["triggerPx"] = Numbers.Sent(order.Terms.Trigger?.Px ?? 0);
        json["children"] = new JsonArray([.. (order.Children?.Orders ?? []).Where(child => child.IsOpen).Select(Frontend)]);
        json["isPositionTpsl"] = order.Terms.FollowsPosition;
        json["reduceOnly"] = order.Terms.ReduceOnly;
        json["orderType"] = order.Terms.Twap is not null ? "Twap Slice" : order.Terms.Trigger?.OrderType ?? (order.Terms.Tif is TimeInForce.FrontendMarket or TimeInForce.LiquidationMarket ? "Market" : "Limit");
        json["origSz"] = Numbers.Sent(order.Terms.Sz);
        json["tif"] = order.Terms.Trigger is null ? order.Terms.Tif.ToString() : null;
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

    /// <summary>One event of <c>userHistoricalOrders</c>.</summary>
    public static JsonObject FrontendUpdate(OrderUpdate update)
    {
        var order = Frontend(update.Order);
        order["sz"] = Numbers.Sent(update.Sz);
        return new() { ["order"] = order, ["status"] = update.Status, ["statusTimestamp"] = update.Time };
    }

    private static string ConditionOf(Order order)
    {
        if (order.Terms.Trigger is not { } trigger)
            return "N/A";
        if (order.IsTriggered)
            return "Triggered";
        return $"Price {(trigger.FiresAbove(order.IsBuy) ? "above" : "below")} {Numbers.Plain(trigger.Px)}";
    }

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
