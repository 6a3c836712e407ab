using System.Globalization;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>Everything that a run needs beside the load: the venue, the floor, and the gateways with either way to flush.</summary>
internal sealed class Surroundings : IDisposable
{
    private readonly List<IDisposable> opened = [];
    private readonly HttpClient http = new();
    private ChildProcess pipe = null!;
    private int pipePort;
    private int venuePort;

    public GatewayUnderTest BeforeSend { get; private set; } = null!;

    public GatewayUnderTest Interval { get; private set; } = null!;

    public GatewayUnderTest StampedInterval { get; private set; } = null!;

    public GatewayUnderTest StampedBeforeSend { get; private set; } = null!;

    public Uri PipeAddress => new($"ws://127.0.0.1:{pipePort}/");

    public TimeSpan PipeProcessorTime => pipe.ProcessorTime;

    public int VenuePort => venuePort;

    /// <summary>Starts everything and waits until it serves.</summary>
    public static async Task<Surroundings> StartAsync()
    {
        var all = new Surroundings { venuePort = ChildProcess.FreePort() };
        try
        {
            var venue = all.Open(ChildProcess.Start("Gateway.Benchmarks.dll", ["mock-venue", $"{all.venuePort}"]));
            await venue.AnswersAsync(all.http, all.Venue("counts"));
            all.pipePort = ChildProcess.FreePort();
            all.pipe = all.Open(ChildProcess.Start("Gateway.Benchmarks.dll", ["bare-pipe", $"{all.pipePort}", $"ws://127.0.0.1:{all.venuePort}/ws"]));
            await all.pipe.AnswersAsync(all.http, new Uri($"http://127.0.0.1:{all.pipePort}/"));
            all.BeforeSend = all.Open(await GatewayUnderTest.StartAsync("BeforeSend", all.venuePort, "a"));
            all.Interval = all.Open(await GatewayUnderTest.StartAsync("Interval", all.venuePort, "b"));
            all.StampedBeforeSend = all.Open(await GatewayUnderTest.StartAsync("BeforeSend", all.venuePort, "c", stamped: true));
            all.StampedInterval = all.Open(await GatewayUnderTest.StartAsync("Interval", all.venuePort, "d", stamped: true));
            return all;
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    /// <summary>Lets the venue answer so much later.</summary>
    public async Task DelayAsync(int milliseconds)
    {
        using var body = new StringContent($"{milliseconds}");
        using var answer = await http.PostAsync(Venue("delay"), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Has the venue cancel all orders, or those that have rested for so long, and waits until it has told of it.</summary>
    public async Task EndOrdersAsync(TimeSpan life)
    {
        using var body = new StringContent($"{(int)life.TotalMilliseconds}");
        using var answer = await http.PostAsync(Venue("end"), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Has the venue cancel all orders, and waits until a gateway knows that its own are out.</summary>
    public async Task EndOrdersAsync(GatewayUnderTest? gateway)
    {
        await EndOrdersAsync(TimeSpan.Zero);
        if (gateway is not null)
            await gateway.OutAsync();
    }

    /// <summary>How many orders, in how many actions, have come to the venue since the last call.</summary>
    public async Task<(double Orders, double Actions)> TakeCountsAsync()
    {
        using var counts = JsonDocument.Parse(await http.GetStringAsync(Venue("counts")));
        return (counts.RootElement.GetProperty("orders").GetDouble(), counts.RootElement.GetProperty("actions").GetDouble());
    }

    /// <summary>When the venue answered each order since the last call, in the order of their coming.</summary>
    public async Task<IReadOnlyList<long>> TakeAnswersAsync() => JsonSerializer.Deserialize<List<long>>(await http.GetStringAsync(Venue("answers")))!;

    /// <summary>Median and 99th percentile (µs) of what a program of the bench has stamped inside since the last call.</summary>
    public async Task<(double P50, double P99)> TakeInsideAsync(Uri address)
    {
        var numbers = (await http.GetStringAsync(address)).Split(' ');
        return (double.Parse(numbers[1], CultureInfo.InvariantCulture), double.Parse(numbers[2], CultureInfo.InvariantCulture));
    }

    public Uri PipeInside => new($"http://127.0.0.1:{pipePort}/");

    public static Uri InsideOf(GatewayUnderTest gateway) => new($"http://127.0.0.1:{gateway.Port}/bench/inside");

    public void Dispose()
    {
        opened.Reverse();
        opened.ForEach(one => one.Dispose());
        http.Dispose();
    }

    private Uri Venue(string path) => new($"http://127.0.0.1:{venuePort}/bench/{path}");

    private T Open<T>(T one)
        where T : IDisposable
    {
        opened.Add(one);
        return one;
    }
}
