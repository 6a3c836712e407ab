using System.Text.Json;
using Gateway.Orders;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>What a client was told of an order.</summary>
internal sealed record Heard(long Sequence, OrderId Order, OrderState State, decimal Filled)
{
    public static Heard Read(JsonElement update) => new(
        update.GetProperty("sequence").GetInt64(),
        new(update.GetProperty("order_id").GetInt64()),
        (OrderState)update.GetProperty("state").GetInt32(),
        decimal.Parse(update.GetProperty("filled_quantity").GetString()!, System.Globalization.CultureInfo.InvariantCulture));

    public static Heard Of(Order order) => new(order.Sequence, order.Id, order.State, order.Filled.Value);
}
