using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Tests.Fakes;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

public sealed class PostConnectionTests
{
    [Fact]
    public void What_comes_between_the_end_of_a_connection_and_the_end_of_its_socket_does_not_leave_and_is_lost() => SingleThread.Run(async _ =>
    {
        var clock = new ManualClock();
        var options = new HyperliquidOptions();
        var network = new FakeNetwork((_, _) => { });
        await using var socket = await VenueSocket.ConnectAsync(network, options, clock, CancellationToken.None);
        var posts = new PostConnection(socket, options, clock, () => { }, NullLogger.Instance);
        await posts.AbandonAsync("The peer hung up.", CancellationToken.None);

        var late = new Post();
        await posts.SendAsync(1, "{}"u8.ToArray(), late, CancellationToken.None);

        Assert.Equal("The connection has ended.", late.Lost);
        Assert.Empty(network.Sockets[0].Sent);
        Assert.Equal(0, posts.InFlight);
    });

    private sealed class Post : IPost
    {
        public string? Lost { get; private set; }

        public ValueTask SentAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask LostAsync(string cause, CancellationToken cancellationToken)
        {
            Lost = cause;
            return ValueTask.CompletedTask;
        }
    }
}
