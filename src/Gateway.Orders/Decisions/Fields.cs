namespace Gateway.Orders.Decisions;

/// <summary>The names that the client protocol gives to the parts of a request.</summary>
internal static class Fields
{
    public const string Account = "account";
    public const string After = "after";
    public const string ClientOrderId = "client_order_id";
    public const string OrderId = "order_id";
    public const string PostOnly = "post_only";
    public const string Price = "price";
    public const string Quantity = "quantity";
    public const string ReduceOnly = "reduce_only";
    public const string Limits = "limits";
    public const string Resume = "resume";
    public const string Seek = "seek";
    public const string Target = "target";
    public const string TimeInForce = "time_in_force";
    public const string Trigger = "params";
}
