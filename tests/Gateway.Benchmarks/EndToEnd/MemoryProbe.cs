using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// What the garbage collector of another process counts. The runtime calls <see cref="StartupHook"/> there before the program
/// begins (<c>DOTNET_STARTUP_HOOKS</c>), so that the program itself is the one that is shipped.
/// </summary>
internal sealed record MemoryProbe(long Allocated, int Gen0, int Gen1, int Gen2, long Heap, double PauseMs)
{
    /// <summary>Where the port of the probe stands in the environment.</summary>
    public const string PortVariable = "GATEWAY_BENCH_MEMORY_PORT";

    /// <summary>What was counted since; the heap as it is.</summary>
    public MemoryProbe Since(MemoryProbe before) => new(
        Allocated - before.Allocated, Gen0 - before.Gen0, Gen1 - before.Gen1, Gen2 - before.Gen2, Heap, PauseMs - before.PauseMs);

    /// <summary>Asks the process that listens at a port.</summary>
    public static async Task<MemoryProbe> AskAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var reader = new StreamReader(client.GetStream());
        var numbers = (await reader.ReadToEndAsync()).Split(' ');
        return new(
            long.Parse(numbers[0]), int.Parse(numbers[1]), int.Parse(numbers[2]), int.Parse(numbers[3]), long.Parse(numbers[4]),
            double.Parse(numbers[5], CultureInfo.InvariantCulture));
    }

    /// <summary>Answers whoever connects, for as long as the process lives.</summary>
    public static async Task ServeAsync(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{GC.GetTotalAllocatedBytes()} {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)} {GC.GetTotalMemory(forceFullCollection: false)} {GC.GetTotalPauseDuration().TotalMilliseconds}");
            await client.Client.SendAsync(Encoding.ASCII.GetBytes(text));
        }
    }
}
