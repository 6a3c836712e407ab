using System.Diagnostics;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// Orders at a steady pace for as long as it takes to see what the garbage collector makes of it. The venue cancels each order
/// after a second, so that as many end as begin, and one client hears of every change.
/// </summary>
/// <param name="around">What the gateway trades with.</param>
/// <param name="measured">How long, after a minute to warm up.</param>
internal sealed class SteadyLoad(Surroundings around, TimeSpan measured)
{
    private const int OrdersPerSecond = 5000;
    private const int Connections = 4;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    // What was made at the start and lives on is collected once with the oldest generation meanwhile.
    private static readonly TimeSpan Warming = TimeSpan.FromMinutes(1);

    private long answers;
    private long resident;

    /// <summary>Measures for so many seconds and prints: <c>dotnet run -c Release --project tests/Gateway.Benchmarks -- steady [seconds]</c>.</summary>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        using var around = await Surroundings.StartAsync();
        var load = new SteadyLoad(around, TimeSpan.FromSeconds(arguments.Count > 0 ? double.Parse(arguments[0]) : 60));
        var result = await load.RunAsync();
        var collected = result.Collected!;
        Console.WriteLine($"{result.OrdersPerSecond:0} orders/s, {result.Processor:0} µs of processor and {result.Allocated:#,0} bytes for each.");
        Console.WriteLine(
            $"{collected.Gen0}, {collected.Gen1} and {collected.Gen2} collections of generations 0, 1 and 2, {collected.PauseMs / Math.Max(1, collected.Gen0):0.0} ms each. " +
            $"{collected.Heap / 1e6:0} MB in the heap, {load.resident / 1e6:0} MB in the process.");
    }

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
            await PaceAsync(connections, measured, 10_000_000, end.Token);
            var took = Stopwatch.GetElapsedTime(began);
            var orders = (double)(Interlocked.Read(ref answers) - answered);
            var processor = gateway.ProcessorTime - used;
            var after = await gateway.MemoryAsync();
            resident = gateway.Resident;
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
