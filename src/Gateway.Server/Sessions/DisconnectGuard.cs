using Gateway.Server.Operations;

namespace Gateway.Server.Sessions;

/// <summary>
/// Clients who asked for it have their open orders canceled when their last guarded connection has been gone for its grace
/// period. Whoever comes back guarded in time keeps them. A gateway that stops cancels nothing: the connection was not lost.
/// </summary>
/// <param name="cancel">Cancels the open orders of a client.</param>
/// <param name="time">The clock of grace periods.</param>
/// <param name="defects">Where failures are told.</param>
internal sealed class DisconnectGuard(Func<Client, CancellationToken, Task> cancel, TimeProvider time, Defects defects)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Guarded> clients = new(StringComparer.Ordinal);

    /// <summary>A guarded connection has begun.</summary>
    public void Enter(Client client)
    {
        lock (gate)
        {
            if (!clients.TryGetValue(client.Actor.Client, out var guarded))
                clients.Add(client.Actor.Client, guarded = new());
            guarded.Connections++;
            guarded.Comings++;
        }
    }

    /// <summary>It has ended; completes once the client is back, the orders are canceled, or the gateway stops.</summary>
    public async Task LeaveAsync(Client client, TimeSpan grace, CancellationToken stopping)
    {
        int comings;
        lock (gate)
        {
            var guarded = clients[client.Actor.Client];
            comings = guarded.Comings;
            if (--guarded.Connections > 0)
                return;
        }

        try
        {
            await Task.Delay(grace, time, stopping);
            if (!IsBack(client, comings))
                await cancel(client, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is no disconnection.
        }
        catch (Exception failure)
        {
            defects.Report("cancel on disconnect", failure);
        }
    }

    private bool IsBack(Client client, int comings)
    {
        lock (gate)
            return clients[client.Actor.Client].Comings != comings;
    }

    private sealed class Guarded
    {
        public int Connections { get; set; }

        public int Comings { get; set; }
    }
}
