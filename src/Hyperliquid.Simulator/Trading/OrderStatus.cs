namespace Hyperliquid.Simulator.Trading;

/// <summary>The venue's words for the state of an order, as feeds, <c>orderStatus</c> and history print them.</summary>
internal static class OrderStatus
{
    public const string Open = "open";
    public const string Triggered = "triggered";
    public const string Filled = "filled";
    public const string Canceled = "canceled";
    public const string Rejected = "rejected";
    public const string MarginCanceled = "marginCanceled";
    public const string SelfTradeCanceled = "selfTradeCanceled";
    public const string ReduceOnlyCanceled = "reduceOnlyCanceled";
    public const string SiblingFilledCanceled = "siblingFilledCanceled";
    public const string DelistedCanceled = "delistedCanceled";
    public const string LiquidatedCanceled = "liquidatedCanceled";
    public const string ScheduledCancel = "scheduledCancel";
}
