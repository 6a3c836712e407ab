using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Doctor;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Questions to the simulator on real sockets, and set-ups that are broken there.</summary>
public sealed class SimulatedQueriesTests : IAsyncLifetime
{
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string OtherKey = "0x3333333333333333333333333333333333333333333333333333333333333333";
    private const string Master = "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a";
    private const string Somebody = "0x4444444444444444444444444444444444444444";

    private readonly SocketsHttpHandler handler = new();
    private SimulatorHost simulator = null!;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    private static string Agent
    {
        get
        {
            using var key = PrivateKey.Parse(AgentKey);
            return key.Address.ToString();
        }
    }

    public async ValueTask InitializeAsync()
    {
        simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), Ending);
        await AdminAsync($$"""{"address":"{{Master}}","usdc":"1000","spot":{"USDC":"500"},"agents":[{"address":"{{Agent}}","name":"gateway"}]}""");
    }

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await simulator.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"type":"openOrders"}""")]
    [InlineData("""{"type":"frontendOpenOrders"}""")]
    [InlineData("""{"type":"orderStatus","order":1}""")]
    [InlineData("""{"type":"historicalOrders"}""")]
    [InlineData("""{"type":"userFillsByTime","start_time":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"type":"userRateLimit"}""")]
    [InlineData("""{"type":"userRole"}""")]
    [InlineData("""{"type":"userFees"}""")]
    [InlineData("""{"type":"maxBuilderFee","builder":"0x4444444444444444444444444444444444444444"}""")]
    [InlineData("""{"type":"subAccounts"}""")]
    [InlineData("""{"type":"extraAgents"}""")]
    [InlineData("""{"type":"userAbstraction"}""")]
    [InlineData("""{"type":"clearinghouseState"}""")]
    [InlineData("""{"type":"spotClearinghouseState"}""")]
    [InlineData("""{"type":"meta"}""")]
    [InlineData("""{"type":"spotMeta"}""")]
    [InlineData("""{"type":"perpDexs"}""")]
    [InlineData("""{"type":"allPerpMetas"}""")]
    [InlineData("""{"type":"metaAndAssetCtxs"}""")]
    [InlineData("""{"type":"spotMetaAndAssetCtxs"}""")]
    [InlineData("""{"type":"allMids"}""")]
    [InlineData("""{"type":"candleSnapshot","coin":"BTC","interval":"1h","start_time":"2020-01-01T00:00:00Z"}""")]
    public async Task The_simulator_answers_so_that_it_can_be_read(string query)
    {
        using var venue = new HyperliquidVenue(Options(), new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);

        Assert.IsType<QueryReply<object>.Answered>(await venue.Queries!.QueryAsync(new("DEFAULT"), TestData.Json(query), Ending));
    }

    [Fact]
    public async Task An_account_is_worth_what_was_put_into_it()
    {
        using var venue = new HyperliquidVenue(Options(), new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);

        var summary = Assert.IsType<QueryReply<AccountSummary>.Answered>(await venue.Queries!.SummariseAsync(new("DEFAULT"), Ending)).Value!;

        Assert.Equal((AccountMode.Standard, 1500m, 0m, 1000m), (summary.Mode, summary.Equity, summary.MarginUsed, summary.Available));
    }

    [Fact]
    public async Task A_sound_setup_has_no_problem() => Assert.DoesNotContain(await ExamineAsync(Options()), finding => finding.Kind == FindingKind.Problem);

    [Theory]
    [InlineData(Somebody, AgentKey, "role", "does not know the address")]
    [InlineData(null, OtherKey, "role", "never approved")]
    [InlineData("agent", AgentKey, "role", "is the address of an agent")]
    [InlineData("other", AgentKey, "role", "not an agent of")]
    [InlineData(null, "0x12", "key", "is not a private key")]
    public async Task A_broken_setup_has_its_own_diagnosis(string? address, string key, string subject, string words)
    {
        using var other = PrivateKey.Parse(OtherKey);
        if (address == "other")
            await AdminAsync($$"""{"address":"{{other.Address}}","usdc":"1"}""");
        var findings = await ExamineAsync(Options(address switch { "agent" => Agent, "other" => other.Address.ToString(), _ => address }, key));

        Assert.Contains(words, Assert.Single(findings, finding => finding.Subject == $"DEFAULT {subject}" && finding.Kind == FindingKind.Problem).Text, StringComparison.Ordinal);
    }

    private HyperliquidOptions Options(string? address = null, string key = AgentKey) => new()
    {
        InfoUrl = simulator.BaseUrl,
        WebSocketUrl = simulator.WebSocketUrl,
        Accounts = { ["DEFAULT"] = new HyperliquidAccountOptions { Address = address ?? Master, Key = key } },
    };

    private async Task<IReadOnlyList<Finding>> ExamineAsync(HyperliquidOptions options)
    {
        var findings = new List<Finding>();
        await foreach (var finding in new HyperliquidExamination(options, new WebSocketDialer(), handler, TimeProvider.System).RunAsync(Ending))
            findings.Add(finding);
        return findings;
    }

    private async Task AdminAsync(string body)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var content = new StringContent(body);
        using var response = await http.PostAsync(new Uri("sim/accounts", UriKind.Relative), content, Ending);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ending));
    }
}
