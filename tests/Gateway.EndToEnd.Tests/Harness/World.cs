using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Cryptography;
using Hyperliquid.Simulator;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>A simulated venue and a gateway process that trades on it, both on loopback ports, with a journal of their own.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Bitcoin = "BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT";
    public const string BitcoinByIntent = "BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/HYPERETH";
    public const string Account = "DEFAULT";
    public const string Other = "OTHER";

    /// <summary>An account for which HyperETH has a wallet and the gateway no key, where a test has it: <see cref="WithKeyless"/>.</summary>
    public const string Keyless = "KEYLESS";

    /// <summary>Throw-away secrets that look like nothing else, so that a test can look for them in what a gateway prints.</summary>
    public const string Key = "canary-7c41d2-api-key";
    public const string AgentKey = "0xcafe0000000000000000000000000000000000000000000000000000000000a1";
    public const string OtherAgentKey = "0xcafe0000000000000000000000000000000000000000000000000000000000a2";

    /// <summary>The wallet and the key of route HYPERETH, which a test switches on with <see cref="HyperEth"/>.</summary>
    public const string HyperEthWallet = "0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b";
    public const string HyperEthKey = "canary-5b90e3-hypereth-key";

    public const string Master = "0x1111111111111111111111111111111111111111";
    public const string OtherMaster = "0x2222222222222222222222222222222222222222";

    private const string KeylessMaster = "0x3333333333333333333333333333333333333333";
    private const string KeylessWallet = "0x742d35cc6634c0532925a3b8d489c8a4c40f8c7c";

    private readonly HttpClient http;
    private readonly DirectoryInfo journal = Directory.CreateTempSubdirectory("gateway-");
    private readonly Dictionary<string, string> settings;
    private readonly string program;
    private readonly List<GatewayProcess> ended = [];

    private World(SimulatorHost simulator, string program, IEnumerable<(string Name, string Value)> extra)
    {
        Simulator = simulator;
        this.program = program;
        http = new HttpClient { BaseAddress = simulator.BaseUrl };
        settings = new(StringComparer.Ordinal)
        {
            ["Venues:Hyperliquid:Network"] = "Simulator",
            ["Venues:Hyperliquid:RateBudgets"] = "false",
            ["Venues:Hyperliquid:InfoUrl"] = simulator.BaseUrl.ToString(),
            ["Venues:Hyperliquid:ExchangeUrl"] = simulator.BaseUrl.ToString(),
            ["Venues:Hyperliquid:WebSocketUrl"] = simulator.WebSocketUrl.ToString(),
            [$"Venues:Hyperliquid:Accounts:{Account}:Address"] = Master,
            [$"Venues:Hyperliquid:Accounts:{Account}:Key"] = AgentKey,
            [$"Venues:Hyperliquid:Accounts:{Other}:Address"] = OtherMaster,
            [$"Venues:Hyperliquid:Accounts:{Other}:Key"] = OtherAgentKey,
            ["Clients:tests:KeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
            ["Clients:tests:Trader"] = "tester",
            ["Clients:tests:Accounts:0"] = Account,
            ["Clients:tests:Accounts:1"] = Other,
            ["Clients:tests:Permissions:0"] = "View",
            ["Clients:tests:Permissions:1"] = "Trade",
            ["Clients:tests:Permissions:2"] = "Risk",
            ["Journal:Directory"] = journal.FullName,
            // Small for a test: how long an order may still reach the venue bounds how long its fate can stay open.
            ["Orders:SendWindow"] = "00:00:02",
            ["Orders:ProofMargin"] = "00:00:00.500",
        };
        foreach (var (name, value) in extra)
            settings[name] = value;
        if (settings.ContainsKey(HyperEth.Name))
        {
            settings["Venues:Hyperliquid:HyperEth:Url"] = simulator.BaseUrl.ToString();
            settings["Venues:Hyperliquid:HyperEth:Key"] = HyperEthKey;
        }

        Gateway = GatewayProcess.Start(settings, program);
    }

    /// <summary>The setting that gives the account <see cref="Account"/> route HYPERETH.</summary>
    public static (string Name, string Value) HyperEth { get; } = ($"Venues:Hyperliquid:Accounts:{Account}:HyperEthWallet", HyperEthWallet);

    /// <summary>The account <see cref="Keyless"/> as the simulator makes it.</summary>
    public static object KeylessAtVenue { get; } = new { address = KeylessMaster, usdc = "1000000", agents = new[] { new { address = KeylessWallet, name = "hypereth" } } };

    /// <summary>The settings of the account <see cref="Keyless"/>.</summary>
    public static (string Name, string Value)[] WithKeyless { get; } =
    [
        ($"Venues:Hyperliquid:Accounts:{Keyless}:Address", KeylessMaster),
        ($"Venues:Hyperliquid:Accounts:{Keyless}:HyperEthWallet", KeylessWallet),
        ("Clients:tests:Accounts:2", Keyless),
    ];

    public SimulatorHost Simulator { get; }

    public GatewayProcess Gateway { get; private set; }

    /// <summary>Everything that any gateway of this world has printed.</summary>
    public string Output => string.Join('\n', ended.Append(Gateway).Select(gateway => gateway.Output));

    /// <summary>Starts both and waits until the gateway is ready.</summary>
    public static Task<World> StartAsync(CancellationToken cancellationToken, params (string Name, string Value)[] extra) =>
        StartAsync(robots: false, cancellationToken, extra);

    /// <summary>The same, with a robot that quotes every coin.</summary>
    public static Task<World> StartAsync(bool robots, CancellationToken cancellationToken, params (string Name, string Value)[] extra) =>
        StartAsync("Gateway.Server", robots, [], extra, cancellationToken);

    /// <summary>The same, with more accounts at the venue than the usual two, as the simulator's <c>/sim/accounts</c> makes them.</summary>
    public static Task<World> StartAsync(
        bool robots, IReadOnlyCollection<object> accounts, CancellationToken cancellationToken, params (string Name, string Value)[] extra) =>
        StartAsync("Gateway.Server", robots, accounts, extra, cancellationToken);

    /// <summary>The usual world, with a gateway that can be told where to die.</summary>
    public static Task<World> StartMortalAsync(CancellationToken cancellationToken, params (string Name, string Value)[] extra) =>
        StartAsync("Gateway.Mortal", robots: false, [], extra, cancellationToken);

    private static async Task<World> StartAsync(
        string program, bool robots, IReadOnlyCollection<object> accounts, (string Name, string Value)[] extra, CancellationToken cancellationToken)
    {
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Robots = robots }, cancellationToken);
        using (var admin = new HttpClient { BaseAddress = simulator.BaseUrl })
        {
            await FundAsync(admin, Master, AgentKey, cancellationToken);
            await FundAsync(admin, OtherMaster, OtherAgentKey, cancellationToken);
            await TellAsync(admin, "/sim/accounts", new { address = Master, agents = new[] { new { address = HyperEthWallet, name = "hypereth" } } }, cancellationToken);
            await TellAsync(admin, "/sim/apikeys", new { apiKey = HyperEthKey, agentWallet = HyperEthWallet }, cancellationToken);
            foreach (var account in accounts)
                await TellAsync(admin, "/sim/accounts", account, cancellationToken);
        }

        var world = new World(simulator, program, extra);
        try
        {
            await world.Gateway.ReadyAsync(cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public Task<GatewayClient> ConnectAsync(CancellationToken cancellationToken) =>
        GatewayClient.ConnectAsync(Gateway.WebSocketAddress, Key, cancellationToken);

    /// <summary>Pulls the plug and starts the gateway again on the same journal.</summary>
    public async Task KillAndRestartAsync(CancellationToken cancellationToken)
    {
        await Gateway.KillAsync();
        await StartAgainAsync(cancellationToken);
    }

    /// <summary>Stops the gateway as an operator does and starts it again on the same journal.</summary>
    public async Task StopAndRestartAsync(CancellationToken cancellationToken)
    {
        await Gateway.StopAsync(cancellationToken);
        await StartAgainAsync(cancellationToken);
    }

    /// <summary>Starts the gateway again after it has ended.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        Start();
        await Gateway.ReadyAsync(cancellationToken);
    }

    /// <summary>The same, after an operator has taken a setting out.</summary>
    public Task StartAgainWithoutAsync(string setting, CancellationToken cancellationToken)
    {
        settings.Remove(setting);
        return StartAgainAsync(cancellationToken);
    }

    /// <summary>Starts the gateway again, which dies at that point unless it is told of another one before.</summary>
    public void StartToDieAt(string point) => Start(("Death:Point", point));

    private void Start(params (string Name, string Value)[] extra)
    {
        ended.Add(Gateway);
        Gateway = GatewayProcess.Start(settings.Concat(extra.Select(one => KeyValuePair.Create(one.Name, one.Value))).ToDictionary(), program);
    }

    /// <summary>Chooses where the gateway dies.</summary>
    public async Task DieAtAsync(string point, int passage, CancellationToken cancellationToken)
    {
        using var gateway = new HttpClient { BaseAddress = Gateway.Address };
        using var answer = await gateway.PostAsync(
            new Uri($"/death?point={Uri.EscapeDataString(point)}&passage={passage}", UriKind.Relative), content: null, cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>All that the journal holds.</summary>
    public string JournalText() => string.Concat(journal.EnumerateFiles().Where(file => file.Length > 0).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }));

    /// <summary>Tells the simulator to do something, as <c>src/Hyperliquid.Simulator/README.md</c> lists it.</summary>
    public Task TellSimulatorAsync(string path, object? body, CancellationToken cancellationToken) => TellAsync(http, path, body, cancellationToken);

    /// <summary>Takes back every fault that still waits.</summary>
    public async Task EndFaultsAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri("/sim/faults", UriKind.Relative), cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>What the venue itself knows of an account.</summary>
    public Task<JsonElement> TruthAsync(string address, CancellationToken cancellationToken) =>
        http.GetFromJsonAsync<JsonElement>(new Uri($"/sim/state?user={address}", UriKind.Relative), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var gateway in ended)
            await gateway.DisposeAsync();
        await Simulator.DisposeAsync();
        http.Dispose();
        journal.Delete(recursive: true);
    }

    private static async Task FundAsync(HttpClient http, string master, string agentKey, CancellationToken cancellationToken)
    {
        using var agent = PrivateKey.Parse(agentKey);
        await TellAsync(
            http,
            "/sim/accounts",
            new { address = master, usdc = "10000000", agents = new[] { new { address = agent.Address.ToString(), name = "gateway" } }, cumVlm = "2000000" },
            cancellationToken);
    }

    private static async Task TellAsync(HttpClient http, string path, object? body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
