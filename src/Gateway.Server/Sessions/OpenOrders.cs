using Gateway.Orders;

namespace Gateway.Server.Sessions;

/// <summary>What a client has open.</summary>
internal static class OpenOrders
{
    /// <summary>Asks for the cancel of every open order that the client placed.</summary>
    public static async Task CancelAllAsync(this OrderEngine engine, Client client, CancellationToken cancellationToken)
    {
        var open = await engine.ReadAsync(
            ledger => ledger.Open
                .Where(order => order.Actor.Client == client.Actor.Client && !order.State.HasFlag(OrderState.Canceling))
                .Select(order => order.Id)
                .ToList(),
            cancellationToken);

        // One that has ended in the meantime needs no cancel.
        foreach (var order in open)
            await engine.CancelAsync(order, client.Actor, cancellationToken);
    }
}
