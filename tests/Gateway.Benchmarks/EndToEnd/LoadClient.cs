using System.Diagnostics;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// Keeps so many orders in flight on so many connections. An order is in flight until the client knows that the venue has taken
/// it in: from the bare pipe by its one answer, from the gateway by the update of its state, which the first connection subscribes to.
/// </summary>
internal sealed class LoadClient(LoadShape shape)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Dictionary<long, (int Connection, long Sent)> underWay = [];
    private readonly Dictionary<(int Connection, long Id), long> sent = [];
    private readonly HashSet<long> early = [];
    private OrderConnection[] connections = [];
    private long[] lastIds = [];
    private volatile bool measuring;
    private volatile bool stopping;
    private int inFlight;
    private long completed;

    /// <summary>From sending an order to its answer.</summary>
    public Latencies Answered { get; } = new();

    /// <summary>From sending an order to knowing that the venue has taken it in.</summary>
    public Latencies Acknowledged { get; } = new();

    /// <summary>How many orders the venue has taken in.</summary>
    public long Completed => Interlocked.Read(ref completed);

    /// <summary>Takes what is completed between these two into the latencies.</summary>
    public void Measure(bool on) => measuring = on;

    /// <summary>Sends no more.</summary>
    public void Stop() => stopping = true;

    /// <summary>Loads until <see cref="Stop"/>, and then until nothing is in flight.</summary>
    public async Task RunAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        connections = new OrderConnection[shape.Connections];
        lastIds = new long[shape.Connections];
        try
        {
            for (var connection = 0; connection < connections.Length; connection++)
                connections[connection] = await OrderConnection.ConnectAsync(shape.Address, late.Token);
            if (shape.Subscribes)
                await connections[0].AskAsync("""{"id":"s","type":"SubscribeOrderState"}""", late.Token);

            inFlight = shape.Connections * shape.Window;
            for (var connection = 0; connection < connections.Length; connection++)
            {
                for (var order = 0; order < shape.Window; order++)
                    await SendAsync(connection, late.Token);
            }

            var receiving = Enumerable.Range(0, connections.Length).Select(connection => ReceiveAsync(connection, late)).ToArray();
            await Task.WhenAll(receiving);
        }
        catch (OperationCanceledException) when (inFlight == 0)
        {
            // All done.
        }
        finally
        {
            foreach (var connection in connections)
                connection?.Dispose();
        }
    }

    private ValueTask SendAsync(int connection, CancellationToken cancellationToken)
    {
        long id;
        lock (gate)
        {
            id = ++lastIds[connection];
            sent[(connection, id)] = Stopwatch.GetTimestamp();
        }

        return connections[connection].SendOrderAsync(id, cancellationToken);
    }

    private async Task ReceiveAsync(int connection, CancellationTokenSource end)
    {
        var heard = new Heard();
        while (true)
        {
            var message = await connections[connection].ReceiveAsync(end.Token);
            var now = Stopwatch.GetTimestamp();
            heard.Read(message.Span);
            if (heard.Id is { } id)
            {
                if (TakeAnswer(connection, id, heard.Order, now))
                    await GoOnAsync(connection, end);
            }
            else
            {
                foreach (var order in heard.Acknowledged)
                {
                    if (TakeAcknowledgement(order, now) is { } whose)
                        await GoOnAsync(whose, end);
                }
            }
        }
    }

    // Whether the order is thereby known to be at the venue.
    private bool TakeAnswer(int connection, long id, long order, long now)
    {
        lock (gate)
        {
            sent.Remove((connection, id), out var at);
            if (measuring)
                Answered.Add(now - at);
            if (shape.Subscribes && !early.Remove(order))
            {
                underWay[order] = (connection, at);
                return false;
            }

            Complete(now - at);
            return true;
        }
    }

    // Whose order it was, if its answer has been here before.
    private int? TakeAcknowledgement(long order, long now)
    {
        lock (gate)
        {
            if (!underWay.Remove(order, out var known))
            {
                early.Add(order);
                return null;
            }

            Complete(now - known.Sent);
            return known.Connection;
        }
    }

    private void Complete(long took)
    {
        completed++;
        if (measuring)
            Acknowledged.Add(took);
    }

    private async ValueTask GoOnAsync(int connection, CancellationTokenSource end)
    {
        if (!stopping)
            await SendAsync(connection, end.Token);
        else if (Interlocked.Decrement(ref inFlight) == 0)
            await end.CancelAsync();
    }
}

/// <summary>What a load is made of.</summary>
/// <param name="Address">Where the orders go.</param>
/// <param name="Connections">How many clients.</param>
/// <param name="Window">How many orders each of them keeps in flight.</param>
/// <param name="Subscribes">Whether the venue's acknowledgement comes as an update of the order's state; otherwise the answer says it all.</param>
internal sealed record LoadShape(Uri Address, int Connections, int Window, bool Subscribes);
