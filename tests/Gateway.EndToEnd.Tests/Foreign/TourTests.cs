using System.Net.Http.Json;
using System.Text.Json;
using Gateway.Cryptography;
using Hyperliquid.Simulator;

namespace Gateway.EndToEnd.Tests.Foreign;

/// <summary>Clients that others wrote for the venue do on the simulator all that they do there, in many steps each: builders' dexs, batches, triggers, pooled money and all.</summary>
public sealed class TourTests
{
    private const string TradersKey = "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";
    private const int LeastSteps = 100;

    [Theory(Timeout = 120_000)]
    [InlineData("@nktkas", "nktkas-tour.mjs")]
    [InlineData("ccxt", "ccxt.mjs")]
    public async Task Foreign_client_trades_over_http_and_websocket(string package, string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var node = await RecentNode.FindAsync(cancellation);
        Assert.SkipWhen(
            node is null || !Directory.Exists(Path.Combine(RecentNode.Folder, "node_modules", package)),
            "Needs Node 22.12 or later and the packages that tests/prepare-node.sh installs.");

        await using var venue = await SimulatorHost.StartAsync(new() { Robots = true }, cancellation);
        using var key = PrivateKey.Parse(TradersKey);
        using var http = new HttpClient { BaseAddress = venue.BaseUrl };
        using var funded = await http.PostAsJsonAsync(
            "/sim/accounts",
            new { address = key.Address.ToString(), usdc = "100000", spot = new Dictionary<string, string>(StringComparer.Ordinal) { ["USDC"] = "10000" } },
            cancellation);
        funded.EnsureSuccessStatusCode();

        var (exitCode, output, errors) = await RecentNode.RunAsync(
            node, [script, venue.BaseUrl.ToString(), venue.WebSocketUrl.ToString(), TradersKey], cancellation);

        Assert.True(exitCode == 0, errors);
        var seen = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.InRange(seen.GetProperty("steps").GetInt32(), LeastSteps, int.MaxValue);

        // The venue's own truth agrees: all was signed by the key or its agents, and nothing is left over.
        var state = await http.GetFromJsonAsync<JsonElement>($"/sim/state?user={key.Address}", cancellation);
        Assert.Empty(state.GetProperty("positions").EnumerateArray());
        Assert.DoesNotContain(state.GetProperty("orders").EnumerateArray(), order => order.GetProperty("status").GetString() == "open");
    }
}
