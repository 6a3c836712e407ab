using System.Net.WebSockets;
using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Sockets;

public sealed class ConnectionTests
{
    [Fact]
    public async Task An_unknown_request_type_names_the_nearest()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("sendLimitOrders");

        Assert.Equal("UnknownRequestType", error.GetProperty("code").GetString());
        Assert.Equal("There is no request type 'sendLimitOrders'; the nearest is 'SendLimitOrder'.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Answers_echo_the_id_byte_for_byte()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();

        client.Socket.Send("""{"id":"\u0041\/","type":"Unsubscribe"}""");

        Assert.Equal("""{"id":"\u0041\/","response":null}""", await client.Socket.Received.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Requests_start_in_the_order_sent()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        for (var i = 1; i <= 50; i++)
            client.Socket.Send($$"""{"id":{{i}},"type":"SendLimitOrder",{{OrderFields.Limit(price: 1000 + i)}}}""");

        var orders = new SortedDictionary<int, long>();
        for (var i = 1; i <= 50; i++)
        {
            var answer = await client.NextAsync();
            orders[answer.GetProperty("id").GetInt32()] = answer.GetProperty("response").GetInt64();
        }

        Assert.Equal(Enumerable.Range(1, 50).Select(id => (long)id), orders.Values);
    }

    [Fact]
    public async Task A_client_that_does_not_read_its_answers_is_not_read()
    {
        await using var gateway = await TestGateway.StartAsync(null, ("Sockets:MaxRequestsInFlight", "2"));
        var client = gateway.Connect();
        client.Socket.StopReading();
        for (var i = 1; i <= 10; i++)
            client.Socket.Send($$"""{"id":{{i}},"type":"SendLimitOrder",{{OrderFields.Limit()}}}""");

        // Another client sees how many got through.
        var watcher = gateway.Connect();
        while ((await Open(watcher)).GetArrayLength() < 2)
            await Task.Yield();
        Assert.Equal(2, (await Open(watcher)).GetArrayLength());

        client.Socket.ReadOn();
        for (var i = 1; i <= 10; i++)
            await client.NextAsync();
        Assert.Equal(10, (await Open(watcher)).GetArrayLength());

        static Task<JsonElement> Open(TestClient watcher) => watcher.ResponseAsync("ListOpen", """ "scope":"Global","set":"Firm" """);
    }

    [Fact]
    public async Task A_client_that_falls_behind_its_subscription_is_closed_and_resumes()
    {
        await using var gateway = await TestGateway.StartAsync(
            null, ("Sockets:MaxPendingUpdateBytes", "600"), ("Sockets:ClosingTimeout", "00:00:00.2"));
        var slow = gateway.Connect(socket: new FakeSocket { IsPolite = false });
        Assert.Equal(0, (await slow.ResponseAsync("SubscribeOrderState")).GetArrayLength());
        slow.Socket.StopReading();

        var trader = gateway.Connect();
        for (var i = 0; i < 20 && !slow.Session.IsCompleted; i++)
            await trader.ResponseAsync("SendLimitOrder", OrderFields.Limit());
        await slow.Session.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        var updates = await gateway.Connect().ResponseAsync("SubscribeOrderState", "\"after\":0");
        Assert.Equal(
            (await trader.ResponseAsync("ListOpen", """ "scope":"Global","set":"Firm" """)).EnumerateArray().Select(id => id.GetInt64()),
            updates.EnumerateArray().Select(update => update.GetProperty("order_id").GetInt64()).Distinct().Order());
    }

    [Fact]
    public async Task A_client_that_falls_behind_and_reads_again_hears_1013()
    {
        await using var gateway = await TestGateway.StartAsync(null, ("Sockets:MaxPendingUpdateBytes", "600"));
        var slow = gateway.Connect();
        await slow.ResponseAsync("SubscribeOrderState");
        slow.Socket.StopReading();
        var trader = gateway.Connect();
        for (var i = 0; i < 8; i++)
            await trader.ResponseAsync("SendLimitOrder", OrderFields.Limit());
        for (var i = 0; i < 8; i++)
            gateway.Venue.Acknowledge(i + 1);
        while (!(await trader.ResponseAsync("GetOrderState", "\"order_ids\":[8]"))[0].GetInt32().Equals(5))
            await Task.Yield();
        slow.Socket.ReadOn();

        Assert.Equal((WebSocketCloseStatus)1013, (await slow.Socket.Closed).Status);
        await slow.Session;
    }

    [Fact]
    public async Task A_server_that_stops_answers_what_it_has_and_says_1001()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("SubscribeOrderState");
        await client.ResponseAsync("SendLimitOrder", OrderFields.Limit());

        await gateway.StopAsync();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, (await client.Socket.Closed).Status);
        await client.Session;
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_session()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("SubscribeOrderState");

        await client.LeaveAsync();
    }
}
