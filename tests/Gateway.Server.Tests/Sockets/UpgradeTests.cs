using System.Net;
using System.Net.WebSockets;
using System.Text;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Sockets;

public sealed class UpgradeTests
{
    [Fact]
    public async Task A_bearer_key_opens_the_door()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync();

        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Null(socket.SubProtocol);
        Assert.Equal("""{"id":1,"response":null}""", await AskAsync(socket, """{"id":1,"type":"Unsubscribe"}"""));
    }

    [Fact]
    public async Task A_browser_sends_its_key_as_a_sub_protocol_and_gets_the_other_one_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync(options =>
        {
            options.AddSubProtocol("gateway.v1");
            options.AddSubProtocol("gateway.bearer.YWxpY2Uta2V5");
            options.SetRequestHeader("Origin", gateway.Address.GetLeftPart(UriPartial.Authority));
        });

        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal("gateway.v1", socket.SubProtocol);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWxpY2U6a2V5")]
    public async Task Without_a_valid_key_there_is_no_upgrade(string? authorization)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync(options => options.SetRequestHeader("Authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("https://desk.example", HttpStatusCode.SwitchingProtocols)]
    public async Task Only_pages_on_the_list_may_connect(string origin, HttpStatusCode status)
    {
        await using var gateway = await TestGateway.StartAsync(null, ("Sockets:AllowedOrigins:0", "https://desk.example"));
        using var socket = await gateway.DialAsync(options =>
        {
            options.SetRequestHeader("Authorization", "Bearer alice-key");
            options.SetRequestHeader("Origin", origin);
        });

        Assert.Equal(status, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_plain_request_is_told_to_upgrade()
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal((HttpStatusCode)426, (await gateway.GetAsync("/ws")).Status);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_closes_with_1009_and_one_at_the_limit_is_answered()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync();
        var fits = """{"id":1,"type":"Unsubscribe","padding":" """;
        fits += new string(' ', (64 * 1024) - fits.Length - 2) + "\"}";

        Assert.Equal("""{"id":1,"response":null}""", await AskAsync(socket, fits));
        await socket.SendAsync(new byte[1024 * 1024], WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

        await socket.ReceiveAsync(new byte[100].AsMemory(), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task A_binary_frame_is_refused_and_the_connection_goes_on()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync();

        await socket.SendAsync(new byte[10], WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);

        Assert.Contains("MalformedMessage", await ReceiveAsync(socket), StringComparison.Ordinal);
        Assert.Equal("""{"id":2,"response":null}""", await AskAsync(socket, """{"id":2,"type":"Unsubscribe"}"""));
    }

    [Fact]
    public async Task Text_that_is_no_utf8_fails_the_connection_as_the_rfc_demands()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await gateway.DialAsync();

        await socket.SendAsync(new byte[] { 0xc3, 0x28 }, WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

        await socket.ReceiveAsync(new byte[100].AsMemory(), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, socket.CloseStatus);
    }

    private static async Task<string> AskAsync(ClientWebSocket socket, string message)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        return await ReceiveAsync(socket);
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
