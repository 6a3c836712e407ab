using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Doctor;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Set-ups that are broken at the simulator, on real sockets: each has a diagnosis of its own, and a cure.</summary>
public sealed class BrokenSetupTests : IAsyncLifetime
{
    private const string Account = "DEFAULT";
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string OtherKey = "0x3333333333333333333333333333333333333333333333333333333333333333";
    private const string MasterKey = "0x1111111111111111111111111111111111111111111111111111111111111111";
    private const string Sub = "0x5555555555555555555555555555555555555501";
    private const string Vault = "0x5555555555555555555555555555555555555502";
    private const string Wallet = "0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b";
    private const string Nobody = "0x4444444444444444444444444444444444444444";

    private static readonly string Master = AddressOf(MasterKey);
    private static readonly string Agent = AddressOf(AgentKey);
    private static readonly string Other = AddressOf(OtherKey);

    /// <summary>What breaks a sound set-up, and how it is diagnosed.</summary>
    private static readonly Dictionary<string, (Func<BrokenSetupTests, Task> Break, FindingKind Kind, string Subject, string Text, string Cure)> Setups = new(StringComparer.Ordinal)
    {
        ["an address that is none"] = (test => test.Set(mine => mine.Address = "0x12"), FindingKind.Problem, "configuration", "40 hex digits", "Correct it"),
        ["a key file that is missing"] = (
            test => test.Set(mine => (mine.Key, mine.KeyFile) = (null, "/nowhere/agent.key")), FindingKind.Problem, "DEFAULT key", "cannot be read", "readable file"),
        ["a key that is none"] = (test => test.Set(mine => mine.Key = "0x12"), FindingKind.Problem, "DEFAULT key", "is not a private key", "64 hex digits"),
        ["the account's own key"] = (test => test.Set(mine => mine.Key = MasterKey), FindingKind.Warning, "DEFAULT key", "can do more than trade", "Approve an agent"),
        ["a WebSocket that nobody serves"] = (
            test => test.Point(options => options.WebSocketUrl = new Uri($"ws://127.0.0.1:{FreePort()}/ws")), FindingKind.Problem, "WebSocket 127.0.0.1", "", "WebSocketUrl"),
        ["an information service that nobody serves"] = (
            test => test.Point(options => options.InfoUrl = new Uri($"http://127.0.0.1:{FreePort()}")), FindingKind.Problem, "info 127.0.0.1", "could not be asked", "InfoUrl"),
        ["an information service that is away"] = (
            test => test.AdminAsync("sim/faults", new { kind = "badGateway" }), FindingKind.Problem, "info 127.0.0.1", "answered 502", "InfoUrl"),
        ["a wrong path of the information service"] = (
            test => test.Point(options => options.InfoUrl = new Uri(test.simulator.BaseUrl, "v2/s3cret")), FindingKind.Problem, "info 127.0.0.1", "answered 404", "API key"),
        ["an address that the venue does not know"] = (
            test => test.Set(mine => mine.Address = Nobody), FindingKind.Problem, "DEFAULT role", "does not know the address", "Deposit to it first"),
        ["the address of the agent"] = (
            test => test.Set(mine => mine.Address = Agent), FindingKind.Problem, "DEFAULT role", "is the address of an agent", $"Set Accounts:DEFAULT:Address to {Master}"),
        ["an agent that was never approved"] = (
            test => test.Set(mine => mine.Key = OtherKey), FindingKind.Problem, "DEFAULT role", "never approved, expired or revoked", "Approve it as an agent"),
        ["the key of another account"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Other, usdc = "1" });
                await test.Set(mine => mine.Key = OtherKey);
            },
            FindingKind.Problem, "DEFAULT role", "an account of its own", "Approve it as an agent"),
        ["the agent of another account"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Nobody, usdc = "1", agents = new[] { new { address = Other } } });
                await test.Set(mine => mine.Key = OtherKey);
            },
            FindingKind.Problem, "DEFAULT role", $"an agent of {Nobody}", "Approve it as an agent"),
        ["a subaccount of another master"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Other, usdc = "1" });
                await test.AdminAsync("sim/accounts", new { address = Sub, usdc = "1", subAccountOf = Other });
                await test.Set(mine => mine.Address = Sub);
            },
            FindingKind.Problem, "DEFAULT role", $"is a subaccount of {Other}", $"Use the key of an agent of {Other}"),
        ["a vault with the key of nobody"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Vault, usdc = "1", vaultLeader = Master });
                await test.Set(mine => (mine.Address, mine.Key) = (Vault, OtherKey));
            },
            FindingKind.Problem, "DEFAULT role", "does not know", "vault's leader"),
        ["an agent that is about to expire"] = (
            test => test.ApproveAsync("gateway", TimeSpan.FromDays(6)), FindingKind.Warning, "DEFAULT agent", "expires on", "Approve a new agent"),
        ["an agent without a name"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Nobody, usdc = "1", agents = new[] { new { address = Other } } });
                await test.Set(mine => (mine.Address, mine.Key) = (Nobody, OtherKey));
            },
            FindingKind.Warning, "DEFAULT agent", "unnamed", "Approve a named agent"),
        ["an account without money"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Sub, subAccountOf = Master });
                await test.Set(mine => mine.Address = Sub);
            },
            FindingKind.Warning, "DEFAULT collateral", "worth nothing", $"Deposit to {Sub}"),
        ["an account with spot balances only"] = (
            async test =>
            {
                await test.AdminAsync("sim/accounts", new { address = Sub, spot = new { USDC = "100" }, subAccountOf = Master });
                await test.Set(mine => mine.Address = Sub);
            },
            FindingKind.Warning, "DEFAULT collateral", "only spot can be traded", "Transfer collateral"),
        ["a rate budget that is used up"] = (
            test => test.AdminAsync("sim/limits", new { requests = 0 }), FindingKind.Problem, "DEFAULT rate budget", "All 0 actions are used up", "reserveRequestWeight"),
        ["a dead man's switch that the venue refuses"] = (
            test => test.Set(mine => mine.DeadManSwitch = TimeSpan.FromMinutes(1)), FindingKind.Warning, "DEFAULT dead man's switch", "until USD 1000000 were traded", "remove Accounts:DEFAULT:DeadManSwitch"),
        ["no key but the aggregator's wallet"] = (
            async test =>
            {
                await test.UseHyperEthAsync();
                await test.Set(mine => mine.Key = null);
            },
            FindingKind.Problem, "DEFAULT key", "every order for it is refused", "Approve an agent"),
        ["an API key of HyperETH that is none"] = (
            async test =>
            {
                await test.UseHyperEthAsync();
                await test.Point(options => options.HyperEth.Key = "unknown");
            },
            FindingKind.Problem, "HyperETH 127.0.0.1", "refuses the API key", "HyperEth:KeyFile"),
        ["a HyperETH that nobody serves"] = (
            async test =>
            {
                await test.UseHyperEthAsync();
                await test.Point(options => options.HyperEth.Url = new Uri($"http://127.0.0.1:{FreePort()}"));
            },
            FindingKind.Problem, "HyperETH 127.0.0.1", "", "HyperEth:Url"),
        ["a wallet of HyperETH that was never approved"] = (
            async test =>
            {
                await test.UseHyperEthAsync();
                await test.Set(mine => mine.HyperEthWallet = Nobody);
            },
            FindingKind.Problem, "DEFAULT HyperETH wallet", "is no agent of", "Approve the wallet that HyperETH keeps"),
        ["a builder of HyperETH that was not approved"] = (
            async test =>
            {
                await test.UseHyperEthAsync();
                await test.Point(options => options.HyperEth.Builder = Nobody);
            },
            FindingKind.Problem, "DEFAULT HyperETH builder", "has not approved the builder", "Approve it from the account's own wallet"),
        ["a clock that is behind"] = (test => test.AdminAsync("sim/clock", new { advance = 8000 }), FindingKind.Problem, "DEFAULT clock", "behind the venue's", "NTP"),
    };

    private readonly SocketsHttpHandler handler = new();
    private SimulatorHost simulator = null!;
    private HyperliquidOptions options = null!;

    public static TheoryData<string> Names => [.. Setups.Keys];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), Ending);
        await AdminAsync("sim/accounts", new { address = Master, usdc = "1000", spot = new { USDC = "500" } });
        await ApproveAsync("gateway", TimeSpan.FromDays(60));
        options = new HyperliquidOptions
        {
            InfoUrl = simulator.BaseUrl,
            WebSocketUrl = simulator.WebSocketUrl,
            Accounts = { [Account] = new HyperliquidAccountOptions { Address = Master, Key = AgentKey } },
        };
    }

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_sound_setup_is_fine_in_every_respect() => Assert.All(await ExamineAsync(), finding => Assert.Equal((FindingKind.Fine, null), (finding.Kind, finding.Cure)));

    [Fact]
    public async Task A_sound_setup_with_the_second_route_is_fine_too()
    {
        await UseHyperEthAsync();

        Assert.All(await ExamineAsync(), finding => Assert.Equal((FindingKind.Fine, null), (finding.Kind, finding.Cure)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_setup_has_its_own_diagnosis_and_cure(string setup)
    {
        var (breakIt, kind, subject, text, cure) = Setups[setup];
        await breakIt(this);

        var findings = await ExamineAsync();

        var finding = Assert.Single(findings, finding => finding.Kind == kind && finding.Subject == subject);
        Assert.Contains(text, finding.Text, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Cure!, StringComparison.Ordinal);
        var shown = string.Join('\n', findings);
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
        Assert.All([AgentKey, OtherKey, MasterKey], key => Assert.DoesNotContain(key[2..], shown, StringComparison.OrdinalIgnoreCase));
    }

    private Task Set(Action<HyperliquidAccountOptions> change)
    {
        change(options.Accounts[Account]);
        return Task.CompletedTask;
    }

    private Task Point(Action<HyperliquidOptions> change)
    {
        change(options);
        return Task.CompletedTask;
    }

    private async Task UseHyperEthAsync()
    {
        await AdminAsync("sim/accounts", new { address = Master, agents = new[] { new { address = Wallet, name = "hypereth" } } });
        await AdminAsync("sim/apikeys", new { apiKey = "hypereth", agentWallet = Wallet });
        (options.HyperEth.Url, options.HyperEth.Key, options.Accounts[Account].HyperEthWallet) = (simulator.BaseUrl, "hypereth", Wallet);
    }

    private Task ApproveAsync(string name, TimeSpan lifetime) => AdminAsync(
        "sim/accounts",
        new { address = Master, agents = new[] { new { address = Agent, name, validUntil = TimeProvider.System.GetUtcNow().Add(lifetime).ToUnixTimeMilliseconds() } } });

    private async Task<IReadOnlyList<Finding>> ExamineAsync()
    {
        var findings = new List<Finding>();
        await foreach (var finding in new HyperliquidExamination(options, new WebSocketDialer(), handler, TimeProvider.System).RunAsync(Ending))
            findings.Add(finding);
        return findings;
    }

    private async Task AdminAsync(string path, object body)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var content = new StringContent(JsonSerializer.Serialize(body));
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, Ending);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ending));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string AddressOf(string key)
    {
        using var parsed = PrivateKey.Parse(key);
        return parsed.Address.ToString();
    }
}
