using Gateway.Cryptography;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Questions to the simulator on real sockets.</summary>
public sealed class SimulatedQueriesTests : IAsyncLifetime
{
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string Master = "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a";

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
    [InlineData("""{"type":"clearinghouseState","dex":"xyz"}""")]
    [InlineData("""{"type":"openOrders","dex":"xyz"}""")]
    [InlineData("""{"type":"metaAndAssetCtxs","dex":"xyz"}""")]
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

    [Theory]
    [InlineData("unifiedAccount", AccountMode.Unified)]
    [InlineData("portfolioMargin", AccountMode.PortfolioMargin)]
    public async Task Pooled_money_is_counted_once_whatever_the_dexes_say(string mode, AccountMode known)
    {
        await AdminAsync($$"""{"address":"{{Master}}","mode":"{{mode}}"}""");
        using var venue = new HyperliquidVenue(Options(), new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);

        var summary = Assert.IsType<QueryReply<AccountSummary>.Answered>(await venue.Queries!.SummariseAsync(new("DEFAULT"), Ending)).Value!;

        Assert.Equal((known, 1500m, 0m, 1500m), (summary.Mode, summary.Equity, summary.MarginUsed, summary.Available));
        Assert.Null(Assert.Single(summary.Pools, pool => pool.Collateral == "USDC").Dex);
    }

    [Fact]
    public async Task Each_dex_of_a_standard_account_has_money_of_its_own()
    {
        await AdminAsync($$$"""{"address":"{{{Master}}}","dexs":{"xyz":200,"km":100}}""");
        using var venue = new HyperliquidVenue(Options(), new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);

        var summary = Assert.IsType<QueryReply<AccountSummary>.Answered>(await venue.Queries!.SummariseAsync(new("DEFAULT"), Ending)).Value!;

        Assert.Equal([("", 1000m), ("xyz", 200m), ("km", 100m)], summary.Pools.Where(pool => pool.Equity != 0).Select(pool => (pool.Dex!, pool.Equity)));
    }

    private HyperliquidOptions Options() => new()
    {
        InfoUrl = simulator.BaseUrl,
        WebSocketUrl = simulator.WebSocketUrl,
        Accounts = { ["DEFAULT"] = new HyperliquidAccountOptions { Address = Master, Key = AgentKey } },
    };

    private async Task AdminAsync(string body)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var content = new StringContent(body);
        using var response = await http.PostAsync(new Uri("sim/accounts", UriKind.Relative), content, Ending);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ending));
    }
}
