using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// The gateway as a process of its own with the settings it is shipped with, but for the venue it trades on and where its journal lies. Limits are
/// set for everybody at every scope, so that every order has to pass every check.
/// </summary>
internal sealed class GatewayUnderTest : IDisposable
{
    private static readonly string[] Sets =
    [
        "\"Firm\"", """{"type":"Desk","value":"demo"}""", """{"type":"Trader","value":"demo"}""", """{"type":"Account","value":"DEFAULT"}""",
    ];

    private static readonly string[] Scopes =
    [
        "\"Global\"", """{"type":"Venue","value":"HYPERLIQUID"}""", """{"type":"Route","value":"DIRECT"}""",
        """{"type":"Product","value":"BTC Crypto"}""", $$"""{"type":"TradableProduct","value":"{{OrderConnection.Market}}"}""",
    ];

    private readonly ChildProcess process;
    private readonly string journal;
    private readonly int memoryPort;

    private GatewayUnderTest(ChildProcess process, int port, int memoryPort, string journal)
    {
        this.process = process;
        this.journal = journal;
        this.memoryPort = memoryPort;
        Port = port;
    }

    public int Port { get; }

    public Uri Address => new($"ws://127.0.0.1:{Port}/ws");

    public TimeSpan ProcessorTime => process.ProcessorTime;

    public long Resident => process.Resident;

    /// <summary>Starts one and waits until it trades.</summary>
    /// <param name="flush">The setting <c>Journal:Flush</c>.</param>
    /// <param name="venuePort">Where the mock venue is.</param>
    /// <param name="book">What the mock venue calls its account.</param>
    /// <param name="stamped">Whether it is run inside a program of the bench that stamps what comes and what leaves.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<GatewayUnderTest> StartAsync(
        string flush, int venuePort, string book, bool stamped = false, IReadOnlyDictionary<string, string>? more = null)
    {
        var port = ChildProcess.FreePort();
        var probe = ChildProcess.FreePort();
        var directory = Directory.CreateTempSubdirectory("gateway-bench-").FullName;
        var settings = new Dictionary<string, string>
        {
            ["Venues:Hyperliquid:InfoUrl"] = $"http://127.0.0.1:{venuePort}/{book}/info",
            ["Venues:Hyperliquid:ExchangeUrl"] = $"http://127.0.0.1:{venuePort}/{book}/exchange",
            ["Venues:Hyperliquid:WebSocketUrl"] = $"ws://127.0.0.1:{venuePort}/{book}/ws",
            ["Venues:Hyperliquid:RateBudgets"] = "false",
            ["Venues:Hyperliquid:Accounts:DEFAULT:Address"] = Bench.Address,
            ["Venues:Hyperliquid:Accounts:DEFAULT:Key"] = Bench.Key,
            ["Journal:Directory"] = directory,
            ["Journal:Flush"] = flush,

            // On a machine at its limit the figures shall tell of it, not connections that are closed for reading too slowly.
            ["Sockets:MaxPendingUpdateBytes"] = $"{64 * 1024 * 1024}",
            ["Orders:SubscriberCapacity"] = "1000000",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            settings[name] = value;
        string[] arguments = ["--urls", $"http://127.0.0.1:{port}", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        var child = stamped
            ? ChildProcess.Start("Gateway.Benchmarks.dll", ["stamped-gateway", .. arguments], new Dictionary<string, string>
            {
                // As Gateway.Server.csproj says it for the program.
                ["DOTNET_HillClimbing_Disable"] = "1",
            })
            : ChildProcess.Start("Gateway.Server.dll", arguments, new Dictionary<string, string>
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(Bench).Assembly.Location,
                [MemoryProbe.PortVariable] = $"{probe}",
            });
        var gateway = new GatewayUnderTest(child, port, probe, directory);
        try
        {
            using var http = new HttpClient();
            await child.AnswersAsync(http, new Uri($"http://127.0.0.1:{port}/health/ready"));
            await gateway.SetLimitsAsync();
            return gateway;
        }
        catch
        {
            gateway.Dispose();
            throw;
        }
    }

    /// <summary>Waits until it knows of every order that it is out.</summary>
    public async Task OutAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var client = await OrderConnection.ConnectAsync(Address, late.Token);
        for (var question = 1; ; question++)
        {
            var answer = await client.AskAsync($$"""{"id":{{question}},"type":"ListOpen","scope":"Global","set":"Firm"}""", late.Token);
            using var parsed = JsonDocument.Parse(answer);
            if (parsed.RootElement.GetProperty("response").GetArrayLength() == 0)
                return;
            await Task.Delay(20, late.Token);
        }
    }

    /// <summary>What its garbage collector counts.</summary>
    public Task<MemoryProbe> MemoryAsync() => MemoryProbe.AskAsync(memoryPort);

    public void Dispose()
    {
        process.Dispose();
        Directory.Delete(journal, recursive: true);
    }

    private async Task SetLimitsAsync()
    {
        string[] kinds = ["MaxOrder", "MaxOpen", "MaxOpenAndRecentlyFilled", "MaxFilled"];
        var limits = from kind in kinds from set in Sets from scope in Scopes select $$"""{"type":"{{kind}}","value":[{{set}},{{scope}},"1000000000000"]}""";
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var client = await OrderConnection.ConnectAsync(Address, late.Token);
        var answer = await client.AskAsync($$"""{"id":1,"type":"SetLimits","limits":[{{string.Join(',', limits)}}]}""", late.Token);
        using var parsed = JsonDocument.Parse(answer);
        if (parsed.RootElement.TryGetProperty("error", out _))
            throw new InvalidOperationException($"The limits of the bench are refused: {answer}");
    }
}
