using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Tests.Sockets;

namespace Hyperliquid.Simulator.Tests;

/// <summary>Over real sockets on a free port.</summary>
public sealed class SimulatorHostTests : IAsyncLifetime
{
    // Signing needs a venue only for the clock and the chain.
    private readonly Trader trader = new(new TestVenue(), 1);
    private SimulatorHost host = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await SimulatorHost.StartAsync(new() { Robots = true }, Cancellation);
        http = new() { BaseAddress = host.BaseUrl };
        await PostAsync("/sim/clock", $$"""{"now":{{new TestVenue().Now}},"running":false}""");
        await PostAsync("/sim/accounts", $$"""{"address":"{{trader.Address}}","usdc":1000000}""");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Places_and_queries_over_http()
    {
        var reply = await PostAsync("/exchange", trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m)));
        var oid = (long)reply["response"]!["data"]!["statuses"]![0]!["resting"]!["oid"]!;
        var open = await PostAsync("/info", $$"""{"type":"openOrders","user":"{{trader.Address}}"}""");
        Assert.Equal(oid, (long)open[0]!["oid"]!);
        var state = await http.GetFromJsonAsync<JsonNode>($"/sim/state?user={trader.Address}", Cancellation);
        Assert.Equal(oid, (long)state!["orders"]![0]!["oid"]!);
        Assert.Equal("order", (string?)state["actions"]![0]!["type"]);
    }

    [Fact]
    public async Task Trades_with_a_robot_over_websocket()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, $$$"""{"method":"subscribe","subscription":{"type":"userFills","user":"{{{trader.Address}}}"}}""");
        await SendAsync(socket, ConnectionTests.Post(3, trader.Sign(Trader.OrderAction(0, buy: true, 100_100, 0.01m))));
        var channels = new List<string>();
        JsonNode? fill = null;
        while (fill is null)
        {
            var frame = await ReceiveAsync(socket);
            channels.Add((string)frame["channel"]!);
            fill = (string?)frame["channel"] == "userFills" ? frame["data"]!["fills"]!.AsArray().FirstOrDefault() : null;
        }

        Assert.Equal(["subscriptionResponse", "userFills", "post", "userFills"], channels);
        Assert.Equal("100010.0", (string?)fill["px"]);
    }

    [Fact]
    public async Task Cuts_the_connection_on_request()
    {
        using var socket = await ConnectAsync();
        await PostAsync("/sim/faults", """{"kind":"disconnectAfter","count":2}""");
        await SendAsync(socket, ConnectionTests.Post(3, trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m))));
        await Assert.ThrowsAnyAsync<WebSocketException>(() => ReceiveAsync(socket));
        await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => PostAsync("/exchange", trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m))));
        Assert.Equal(2, (await PostAsync("/info", $$"""{"type":"openOrders","user":"{{trader.Address}}"}""")).AsArray().Count);
    }

    [Fact]
    public async Task Leaves_a_request_unanswered_and_still_stops()
    {
        await PostAsync("/sim/faults", """{"kind":"silence","count":1}""");
        var waiting = PostAsync("/exchange", trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m)));
        while ((await PostAsync("/info", $$"""{"type":"openOrders","user":"{{trader.Address}}"}""")).AsArray().Count == 0)
            Cancellation.ThrowIfCancellationRequested();
        Assert.False(waiting.IsCompleted);
        await host.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
    }

    [Theory]
    [InlineData("/info", "{", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/info", """{"type":"l2Book","coin":"BTC","nSigFigs":7}""", HttpStatusCode.InternalServerError)]
    [InlineData("/v1/trade/intent", "{}", HttpStatusCode.Unauthorized)]
    [InlineData("/exchange", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/sim/price", """{"coin":"BTC","px":0}""", HttpStatusCode.BadRequest)]
    [InlineData("/sim/price", "{", HttpStatusCode.BadRequest)]
    public async Task Answers_what_it_cannot_read_with_a_status(string path, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content, Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content, Cancellation);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(host.WebSocketUrl, Cancellation);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string frame) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, Cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(message.ToArray())!;
        }
    }
}
