using System.Net.WebSockets;
using System.Text;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Operations;

/// <summary>Keys never show, however talkative the log and however wrong things go.</summary>
public sealed class SecretsTests
{
    private const string MirrorKey = "canary-93be17-mirror-key";

    [Fact]
    public async Task No_key_appears_in_the_output_or_the_journal_of_a_run_at_the_most_verbose_level()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        await using var world = await World.StartAsync(
            patience.Token,
            ("Serilog:MinimumLevel:Default", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Verbose"));
        await world.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC" }, patience.Token);
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            await client.AskAsync("SendLimitOrder", new { target = World.Bitcoin, dir = "Buy", price = "101000", quantity = "0.001", account = World.Account }, patience.Token);
            await client.SendRawAsync(Encoding.UTF8.GetBytes($"{{\"id\":1,\"type\":\"{World.Key}"), WebSocketMessageType.Text, patience.Token);
            await Assert.ThrowsAsync<GatewayErrorException>(() => client.AskAsync("SendLimitOrder", new { target = 1 }, patience.Token));
        }

        await RefusedAsync(world, "canary-000000-wrong-key", patience.Token);
        await BearerInBrowserAsync(world, patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "disconnect" }, patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "badGateway", count = 3 }, patience.Token);
        await world.KillAndRestartAsync(patience.Token);

        var secrets = new[]
        {
            World.Key, World.AgentKey[2..], World.OtherAgentKey[2..], "canary-000000-wrong-key",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(World.Key)).TrimEnd('='),
        };
        Assert.NotEqual("", world.Output);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, world.Output, StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, world.JournalText(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_key_in_the_path_of_an_info_mirror_does_not_show_when_the_mirror_fails()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        await using var gateway = GatewayProcess.Start(new Dictionary<string, string>
        {
            ["Venues:Hyperliquid:Network"] = "Simulator",
            // Nobody listens on the discard port.
            ["Venues:Hyperliquid:InfoUrl"] = $"http://127.0.0.1:9/v2/{MirrorKey}",
            ["Venues:Hyperliquid:WebSocketUrl"] = "ws://127.0.0.1:9/ws",
            [$"Venues:Hyperliquid:Accounts:{World.Account}:Address"] = World.Master,
            [$"Venues:Hyperliquid:Accounts:{World.Account}:Key"] = World.AgentKey,
            ["Journal:Directory"] = Directory.CreateTempSubdirectory("gateway-").FullName,
            ["Serilog:MinimumLevel:Default"] = "Verbose",
            ["Serilog:MinimumLevel:Override:System.Net.Http"] = "Verbose",
        });

        await gateway.SaysAsync("127.0.0.1:9", patience.Token);

        Assert.DoesNotContain(MirrorKey, gateway.Output, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(World world, string key, CancellationToken cancellationToken) =>
        await Assert.ThrowsAsync<WebSocketException>(() => GatewayClient.ConnectAsync(world.Gateway.WebSocketAddress, key, cancellationToken));

    private static async Task BearerInBrowserAsync(World world, CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("gateway.v1");
        socket.Options.AddSubProtocol("gateway.bearer." + Convert.ToBase64String(Encoding.UTF8.GetBytes(World.Key)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        await socket.ConnectAsync(world.Gateway.WebSocketAddress, cancellationToken);
        Assert.Equal("gateway.v1", socket.SubProtocol);
    }
}
