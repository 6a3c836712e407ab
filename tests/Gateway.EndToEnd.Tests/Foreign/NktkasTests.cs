using System.Net.Http.Json;
using System.Text.Json;
using Gateway.Cryptography;
using Hyperliquid.Simulator;

namespace Gateway.EndToEnd.Tests.Foreign;

/// <summary>A client that others wrote for the venue finds nothing strange about the simulator.</summary>
public sealed class NktkasTests
{
    private const string TradersKey = "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";

    [Fact(Timeout = 60_000)]
    public async Task Foreign_client_places_queries_and_cancels_over_http_and_websocket()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var node = await RecentNode.FindAsync(cancellation);
        Assert.SkipWhen(node is null, "Needs Node 22.12 or later and the packages that tests/prepare-node.sh installs.");

        await using var venue = await SimulatorHost.StartAsync(new() { Robots = true }, cancellation);
        using var key = PrivateKey.Parse(TradersKey);
        using var http = new HttpClient { BaseAddress = venue.BaseUrl };
        using var funded = await http.PostAsJsonAsync("/sim/accounts", new { address = key.Address.ToString(), usdc = "10000" }, cancellation);
        funded.EnsureSuccessStatusCode();

        var (exitCode, output, errors) = await RecentNode.RunAsync(
            node, ["nktkas.mjs", venue.BaseUrl.ToString(), venue.WebSocketUrl.ToString(), TradersKey], cancellation);

        Assert.True(exitCode == 0, errors);
        var seen = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal(key.Address.ToString(), seen.GetProperty("user").GetString());

        // The venue's own truth agrees: both orders were signed by the key, rested and were canceled.
        var state = await http.GetFromJsonAsync<JsonElement>($"/sim/state?user={key.Address}", cancellation);
        var orders = state.GetProperty("orders").GetRawText();
        Assert.Contains(seen.GetProperty("http").GetProperty("cloid").GetString()!, orders, StringComparison.Ordinal);
        Assert.Contains(seen.GetProperty("webSocket").GetProperty("cloid").GetString()!, orders, StringComparison.Ordinal);
        Assert.DoesNotContain("\"open\"", orders, StringComparison.Ordinal);
    }
}
