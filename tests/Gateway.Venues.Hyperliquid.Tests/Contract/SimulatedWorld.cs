using System.Text.Json;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Signing;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>The adapter against the simulator on real sockets: one account of ours, one other trader.</summary>
internal sealed class SimulatedWorld : VenueUnderTest
{
    private const string MasterKey = "0x1111111111111111111111111111111111111111111111111111111111111111";
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string OtherKey = "0x3333333333333333333333333333333333333333333333333333333333333333";
    private const string Wallet = "0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b";
    private const string ApiKey = "canary-hypereth-key";
    private const decimal Ask = 60_010;

    private readonly SimulatorHost simulator;
    private readonly HttpClient http;
    private readonly SocketsHttpHandler handler = new();
    private readonly CuttingDialer dialer = new();
    private readonly Stranger master;
    private readonly Stranger other;
    private readonly HyperliquidVenue venue;
    private readonly RouteId route;

    private SimulatedWorld(SimulatorHost simulator, RouteId route)
    {
        this.route = route;
        this.simulator = simulator;
        http = new HttpClient { BaseAddress = simulator.BaseUrl };
        master = new Stranger(MasterKey, simulator.WebSocketUrl);
        other = new Stranger(OtherKey, simulator.WebSocketUrl);
        var options = new HyperliquidOptions
        {
            InfoUrl = simulator.BaseUrl,
            WebSocketUrl = simulator.WebSocketUrl,
            RateBudgets = false,
            Accounts = { ["DEFAULT"] = new HyperliquidAccountOptions { Address = master.Address.ToString(), Key = AgentKey } },
        };
        if (route == HyperliquidNames.HyperEth)
        {
            options.HyperEth.Url = simulator.BaseUrl;
            options.HyperEth.Key = ApiKey;
            options.Accounts["DEFAULT"].HyperEthWallet = Wallet;
        }

        venue = new HyperliquidVenue(options, dialer, handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);
    }

    public override IVenue Venue => venue;

    public override AccountName Account => new("DEFAULT");

    public override Market Market => venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "BTC" && market.Route == route);

    public override MarketId MarketOfFills => MarketId.Of(Market.Base.Id, Market.Quote.Id, Market.Venue, HyperliquidNames.Direct);

    public override TimeProvider Clock => TimeProvider.System;

    public override Price RestingBuy => new(59_000);

    public override Price CrossingBuy => new(Ask);

    public override Quantity Quantity => new(0.01m);

    public static ValueTask<VenueUnderTest> StartAsync() => StartAsync(HyperliquidNames.Direct);

    /// <summary>The same, with a market of this route.</summary>
    public static async ValueTask<VenueUnderTest> StartAsync(RouteId route)
    {
        var world = new SimulatedWorld(await SimulatorHost.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken), route);
        using var agent = Cryptography.PrivateKey.Parse(AgentKey);
        await world.AdminAsync("sim/price", """{"coin":"BTC","px":"60000"}""");
        await world.AdminAsync("sim/accounts", $$"""{"address":"{{world.master.Address}}","usdc":"1000000","agents":[{"address":"{{agent.Address}}"},{"address":"{{Wallet}}","name":"hypereth"}]}""");
        await world.AdminAsync("sim/apikeys", $$"""{"apiKey":"{{ApiKey}}","agentWallet":"{{Wallet}}"}""");
        await world.AdminAsync("sim/accounts", $$"""{"address":"{{world.other.Address}}","usdc":"1000000"}""");
        await world.other.TradeAsync(buy: false, Ask, size: 5, OrderLifetime.Gtc);
        return world;
    }

    public override Task CutConnectionsAsync() => dialer.CutAsync();

    public override Task TradeElsewhereAsync() => master.TradeAsync(buy: true, Ask, Quantity.Value, OrderLifetime.Ioc);

    public override Task FillRestingAsync(OrderId order) => other.TradeAsync(buy: false, RestingBuy.Value, Quantity.Value, OrderLifetime.Ioc);

    public override int TimesReceived(OrderId order)
    {
        var cloid = Cloid.Of(new GatewayInstance(0xfeed), new(order)).ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"sim/state?user={master.Address}");
        using var response = http.Send(request, TestContext.Current.CancellationToken);
        using var state = JsonDocument.Parse(response.Content.ReadAsStream(TestContext.Current.CancellationToken));
        return state.RootElement.GetProperty("orders").GetRawText().Split(cloid).Length - 1;
    }

    public override async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        venue.Dispose();
        http.Dispose();
        handler.Dispose();
        master.Dispose();
        other.Dispose();
    }

    private async Task AdminAsync(string path, string body)
    {
        using var content = new StringContent(body);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
