using Gateway.Orders;

namespace Gateway.Server.Sessions;

/// <summary>What a client has open.</summary>
internal static class OpenOrders
{
    /// <summary>Asks for the cancel of every open order that the client placed.</summary>
    public static async Task CancelOrdersOfAsync(this OrderEngine engine, Client client, CancellationToken cancellationToken) =>
        await engine.CancelAllAsync(
            order => order.Actor.Client == client.Actor.Client && !order.State.HasFlag(OrderState.Canceling), client.Actor, cancellationToken);
}
