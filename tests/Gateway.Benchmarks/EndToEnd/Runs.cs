using System.Diagnostics;
using System.Globalization;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>Runs one contender once.</summary>
internal sealed class Runs(Surroundings around, TimeSpan warming, TimeSpan measured)
{
    private Measurement? signedWhole;

    /// <summary>Loads everybody once.</summary>
    public async Task WarmAsync()
    {
        await PipeAsync(1, 32);
        foreach (var gateway in (IEnumerable<GatewayUnderTest>)[around.Interval, around.BeforeSend, around.StampedInterval, around.StampedBeforeSend])
        {
            await LoadAsync(new LoadClient(new(gateway.Address, 1, 32, Subscribes: true)), () => gateway.ProcessorTime, memory: null);
            await around.EndOrdersAsync(gateway);
        }
    }

    /// <summary>The operation on the curve; what surrounds it is measured in between and kept for <see cref="SignWhole"/>.</summary>
    public Measurement SignCurve()
    {
        (var curve, signedWhole) = SignTimes.Measure();
        return curve;
    }

    /// <summary>From an order's terms to the venue's bytes, as it was beside the last <see cref="SignCurve"/>.</summary>
    public Measurement SignWhole() => signedWhole!;

    /// <summary>The gateway, until its client knows that the venue has each order.</summary>
    public async Task<Measurement> GatewayAsync(GatewayUnderTest gateway, int connections, int window)
    {
        var run = await LoadAsync(
            new LoadClient(new(gateway.Address, connections, window, Subscribes: true)), () => gateway.ProcessorTime, gateway.MemoryAsync);
        await around.EndOrdersAsync(gateway);
        return run;
    }

    /// <summary>The floor.</summary>
    public Task<Measurement> PipeAsync(int connections, int window) => LoadAsync(
        new LoadClient(new(around.PipeAddress, connections, window, Subscribes: false)), () => around.PipeProcessorTime, memory: null);

    /// <summary>One order in flight, seen from inside the program: from the read of the client's bytes to the venue's in the socket.</summary>
    public async Task<Measurement> InsideAsync(GatewayUnderTest? gateway)
    {
        var load = new LoadClient(new(gateway?.Address ?? around.PipeAddress, 1, 1, Subscribes: gateway is not null));
        var address = gateway is null ? around.PipeInside : Surroundings.InsideOf(gateway);
        var running = load.RunAsync();
        await Task.Delay(warming);
        await around.TakeInsideAsync(address);
        await Task.Delay(measured);
        var (p50, p99) = await around.TakeInsideAsync(address);
        load.Stop();
        await running;
        await around.EndOrdersAsync(gateway);
        return new(p50, p99, double.NaN);
    }

    /// <summary>Many who listen.</summary>
    public async Task<Measurement> AudienceAsync(GatewayUnderTest gateway)
    {
        var run = await new Audience(gateway, around).RunAsync(warming, measured);
        await around.EndOrdersAsync(gateway);
        return run;
    }

    /// <summary>Without any gateway.</summary>
    public async Task<Measurement> NktkasAsync(int inFlight)
    {
        var printed = await ChildProcess.RunAsync(
            Peer.Node,
            Peer.Script,
            $"ws://127.0.0.1:{around.VenuePort}/ws",
            $"{inFlight}",
            warming.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            measured.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        var numbers = printed.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[1], numbers[2], numbers[0] / measured.TotalSeconds) { Processor = numbers[3] };
    }

    private async Task<Measurement> LoadAsync(LoadClient load, Func<TimeSpan> processor, Func<Task<MemoryProbe>>? memory)
    {
        var running = load.RunAsync();
        await Task.WhenAny(running, Task.Delay(warming));
        if (running.IsCompleted)
            await running;
        await around.TakeCountsAsync();
        var allocated = memory is null ? 0 : (await memory()).Allocated;
        var (before, used, began) = (load.Completed, processor(), Stopwatch.GetTimestamp());
        load.Measure(true);
        await Task.WhenAny(running, Task.Delay(measured));
        load.Measure(false);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var orders = (double)(load.Completed - before);
        var cpu = processor() - used;
        var bytes = memory is null ? double.NaN : (await memory()).Allocated - allocated;
        var (came, actions) = await around.TakeCountsAsync();
        load.Stop();
        await running;
        return new(load.Acknowledged.P50, load.Acknowledged.P99, orders / took)
        {
            Answer = memory is null ? double.NaN : load.Answered.P50,
            Processor = cpu.TotalMicroseconds / orders,
            Allocated = bytes / orders,
            OrdersPerAction = came / actions,
        };
    }
}
