using System.Globalization;
using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Clients;

/// <summary>The clients under <c>protocol/clients</c>: their own tests, and what they promise, against the real gateway.</summary>
public sealed class PublishedClientTests
{
    private const int Orders = 40;

    [Fact(Timeout = 300_000)]
    public Task Python_client_passes_its_own_tests() => PassesItsOwnTestsAsync(Published.Python);

    [Fact(Timeout = 300_000)]
    public Task TypeScript_client_passes_its_own_tests() => PassesItsOwnTestsAsync(Published.TypeScript);

    [Fact(Timeout = 300_000)]
    public Task Python_client_loses_and_doubles_nothing_while_sockets_are_cut_and_the_gateway_is_killed() =>
        LosesAndDoublesNothingAsync(Published.Python);

    [Fact(Timeout = 300_000)]
    public Task TypeScript_client_loses_and_doubles_nothing_while_sockets_are_cut_and_the_gateway_is_killed() =>
        LosesAndDoublesNothingAsync(Published.TypeScript);

    private static async Task PassesItsOwnTestsAsync(Published client)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await client.RequireAsync(cancellation);

        var (exitCode, output) = await client.RunAsync(client.Tests, line => { }, cancellation);

        Assert.True(exitCode == 0, output);
    }

    private static async Task LosesAndDoublesNothingAsync(Published client)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await client.RequireAsync(cancellation);
        await using var world = await World.StartAsync(cancellation);
        await using var relay = new Relay(world.Gateway.Address);
        var killing = Task.CompletedTask;
        var placed = 0;

        var (exitCode, output) = await client.RunAsync(
            [.. client.Trading, relay.WebSocketAddress.ToString(), World.Key, World.Bitcoin, "90000", Orders.ToString(CultureInfo.InvariantCulture)],
            line =>
            {
                placed++;
                if (placed == Orders / 2)
                    killing = KillAsync(world, relay, cancellation);
                else
                    relay.CutAfter(placed * 37 % 500);
            },
            cancellation);
        await killing;

        Assert.True(exitCode == 0, output);
        Assert.True(relay.Cuts > Orders / 4, $"Only {relay.Cuts} connections were cut.");
        var seen = JsonSerializer.Deserialize<JsonElement>(output.Split('\n')[^1]);
        await using var gateway = await world.ConnectAsync(cancellation);
        await AssertOneOrderPerKeyAsync(gateway, seen.GetProperty("orders"), cancellation);
        var replay = await gateway.SubscribeAsync("SubscribeOrderState", new { after = 0 }, cancellation);
        var told = GatewayClient.Response(await replay.ReadAsync(cancellation));
        Assert.Equal(
            told.EnumerateArray().Select(update => update.GetProperty("sequence").GetInt64()),
            seen.GetProperty("sequences").EnumerateArray().Select(sequence => sequence.GetInt64()));
    }

    private static async Task KillAsync(World world, Relay relay, CancellationToken cancellationToken)
    {
        await world.KillAndRestartAsync(cancellationToken);
        relay.LeadTo(world.Gateway.Address);
    }

    private static async Task AssertOneOrderPerKeyAsync(GatewayClient gateway, JsonElement keys, CancellationToken cancellationToken)
    {
        var orders = await Agreement.OrdersAsync(gateway, World.Account, cancellationToken);
        Assert.Equal(
            orders.ToDictionary(order => order.Value.GetProperty("client_order_id").GetString()!, order => order.Key),
            keys.EnumerateObject().ToDictionary(key => key.Name, key => key.Value.GetInt64()));
    }
}
