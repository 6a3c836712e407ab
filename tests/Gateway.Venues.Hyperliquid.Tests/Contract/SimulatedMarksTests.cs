using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Marks by the simulator's feed, on real sockets.</summary>
public sealed class SimulatedMarksTests : IVenueListener
{
    private const string Agent = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string Master = "0x1111111111111111111111111111111111111111";

    private static readonly string[] Dexs = ["da", "db", "dc", "dd", "de", "df"];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    [Fact]
    public async Task All_dexs_are_marked_anew_without_a_poll()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), Ending);
        using var key = PrivateKey.Parse(Agent);
        await TellAsync(simulator, "sim/accounts", new { address = Master, usdc = "1000", agents = new[] { new { address = key.Address.ToString() } } });
        foreach (var dex in Dexs)
        {
            await TellAsync(simulator, "sim/dexs", new { name = dex });
            await TellAsync(simulator, "sim/markets", new { coin = $"{dex}:ONE", szDecimals = 2, maxLeverage = 5, px = "100" });
        }

        using var handler = new SocketsHttpHandler();
        using var venue = new HyperliquidVenue(
            new HyperliquidOptions
            {
                InfoUrl = simulator.BaseUrl,
                WebSocketUrl = simulator.WebSocketUrl,
                InfoOverWebSocket = true,
                MarkRefresh = TimeSpan.FromSeconds(25),
                Accounts = { ["DEFAULT"] = new() { Address = Master, Key = Agent } },
            },
            new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var running = venue.RunAsync(new GatewayInstance(1), this, stop.Token);

        await UntilAsync(venue, 100);
        foreach (var dex in Dexs)
            await TellAsync(simulator, "sim/price", new { coin = $"{dex}:ONE", px = "150" });
        await UntilAsync(venue, 150);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    // Two dexs at a time would be polled every 25 s: six within this patience come by the feed only.
    private static async Task UntilAsync(HyperliquidVenue venue, decimal price)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        patience.CancelAfter(TimeSpan.FromSeconds(45));
        while (!Dexs.All(dex => venue.MarketData.MarkOf(new($"{dex}:ONE-USD HYPERLIQUID Perpetual"))?.Price.Value == price))
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }

    private static async Task TellAsync(SimulatorHost simulator, string path, object body)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var content = new StringContent(JsonSerializer.Serialize(body));
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, Ending);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ending));
    }
}
