using System.Net;
using System.Net.WebSockets;
using System.Text;
using Gateway.Server.Tests.Harness;
using Gateway.Server.Tests.Requests.Orderflow;

namespace Gateway.Server.Tests.Sockets;

/// <summary>A connection that asked for it takes its client's open orders with it.</summary>
public sealed class CancelOnDisconnectTests
{
    [Theory]
    [InlineData("cancel_on_disconnect=0", true)]
    [InlineData("", false)]
    public async Task A_lost_connection_cancels_what_its_client_has_open(string query, bool cancels)
    {
        await using var gateway = await TestGateway.StartAsync();
        var others = await gateway.Connect("bob").PlaceAsync("THIRD");
        using (var socket = await gateway.DialAsync(query: query))
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes($$"""{"id":1,"type":"SendLimitOrder",{{OrderFields.Limit()}}}"""),
                WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);
            socket.Abort();
        }

        var watching = gateway.Connect();
        if (cancels)
            await watching.ReachAsync(others + 1, 4 + 32 + 64);
        Assert.Equal(cancels ? 4 + 32 + 64 : 1, await watching.StateAsync(others + 1));
        Assert.Equal(1, await gateway.Connect("bob").StateAsync(others));
    }

    [Theory]
    [InlineData("cancel_on_disconnect=")]
    [InlineData("cancel_on_disconnect=soon")]
    [InlineData("cancel_on_disconnect=-1")]
    [InlineData("cancel_on_disconnect=3601")]
    [InlineData("cancel_on_disconnect=1&cancel_on_disconnect=2")]
    public async Task A_grace_period_that_cannot_be_meant_is_refused_before_the_upgrade(string query)
    {
        await using var gateway = await TestGateway.StartAsync();

        using var socket = await gateway.DialAsync(query: query);

        Assert.Equal(HttpStatusCode.BadRequest, socket.HttpStatusCode);
    }
}
