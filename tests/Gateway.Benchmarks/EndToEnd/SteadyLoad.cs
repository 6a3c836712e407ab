using System.Diagnostics;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// Orders at a steady pace for as long as it takes to see what the garbage collector makes of it. The venue cancels each order
/// after a second, so that as many end as begin, and one client hears of every change.
/// </summary>
internal sealed class SteadyLoad(Surroundings around)
{
    private const int OrdersPerSecond = 5000;
    private const int Connections = 4;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromMinutes(1);

    private long answers;

    /// <summary>Measures once, with a gateway of its own.</summary>
    public async Task<Measurement> RunAsync()
    {
        using var gateway = await GatewayUnderTest.StartAsync("BeforeSend", around.VenuePort, "steady");
        using var end = new CancellationTokenSource();
        var connections = new List<OrderConnection>();
        try
        {
            for (var connection = 0; connection < Connections; connection++)
                connections.Add(await OrderConnection.ConnectAsync(gateway.Address, end.Token));
            using var listener = await OrderConnection.ConnectAsync(gateway.Address, end.Token);
            await listener.AskAsync("""{"id":"s","type":"SubscribeOrderState"}""", end.Token);
            Task[] others = [ListenAsync(listener, end.Token), EndAsync(end.Token), .. connections.Select(connection => CountAsync(connection, end.Token))];
            await PaceAsync(connections, Warming, 0, end.Token);
            var (before, used, answered, began) = (await gateway.MemoryAsync(), gateway.ProcessorTime, Interlocked.Read(ref answers), Stopwatch.GetTimestamp());
            await PaceAsync(connections, Measured, 10_000_000, end.Token);
            var took = Stopwatch.GetElapsedTime(began);
            var orders = (double)(Interlocked.Read(ref answers) - answered);
            var processor = gateway.ProcessorTime - used;
            var after = await gateway.MemoryAsync();
            await end.CancelAsync();
            await Task.WhenAll(others);
            return new(double.NaN, double.NaN, orders / took.TotalSeconds)
            {
                Processor = processor.TotalMicroseconds / orders,
                Allocated = (after.Allocated - before.Allocated) / orders,
                Collected = after.Since(before),
            };
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task PaceAsync(List<OrderConnection> connections, TimeSpan time, long firstId, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (long order = 0; Stopwatch.GetElapsedTime(began) is var passed && passed < time; await Task.Delay(1, cancellationToken))
        {
            for (; order < passed.TotalSeconds * OrdersPerSecond; order++)
                await connections[(int)(order % Connections)].SendOrderAsync(firstId + order, cancellationToken);
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await around.EndOrdersAsync(Life);
                await Task.Delay(100, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task CountAsync(OrderConnection connection, CancellationToken cancellationToken)
    {
        var heard = new Heard();
        try
        {
            while (true)
            {
                heard.Read((await connection.ReceiveAsync(cancellationToken)).Span);
                Interlocked.Increment(ref answers);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static async Task ListenAsync(OrderConnection listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await listener.ReceiveAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
