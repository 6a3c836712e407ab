using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

public sealed class LivenessTests
{
    [Fact]
    public void A_quiet_venue_that_answers_pings_stays_connected() => VenueWorld.Connected(world =>
    {
        world.Pass(TimeSpan.FromMinutes(2));

        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
        Assert.Contains("""{"method":"ping"}""", world.Orders.Sent);
        Assert.Contains("""{"method":"ping"}""", world.Stream.Sent);
    });

    [Fact]
    public void A_silent_venue_is_given_up_however_much_is_sent_to_it() => VenueWorld.Connected(world =>
    {
        world.AnswersPings = false;
        for (var second = 0; second < 15; second++)
        {
            Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
            world.Place(second + 1);
            world.Pass(TimeSpan.FromSeconds(1));
        }

        world.Pass(TimeSpan.FromMilliseconds(100));

        Assert.Contains("silent", Assert.Single(world.Of<VenueEvent.AccountDisconnected>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void A_silent_stream_is_given_up_while_the_order_connection_talks() => VenueWorld.Connected(world =>
    {
        world.AnswersPings = false;
        for (var second = 0; second < 16; second++)
        {
            world.Push(world.Orders, """{"channel":"pong"}""");
            world.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Single(world.Of<VenueEvent.AccountDisconnected>());
        Assert.Single(world.Network.Sockets, socket => !socket.IsStream);
        Assert.Equal(2, world.Network.Sockets.Count(socket => socket.IsStream));
    });

    [Fact]
    public void Reconnections_come_ever_more_slowly_while_the_venue_is_away() => VenueWorld.Connected(world =>
    {
        world.Network.IsDown = true;
        world.Orders.Break();
        world.Run();
        world.Pass(TimeSpan.FromMinutes(10));

        var tries = world.Log.Lines.Count(line => line.StartsWith("3002", StringComparison.Ordinal) && line.Contains("order connection", StringComparison.Ordinal));
        Assert.InRange(tries, 20, 60);
        Assert.Single(world.Of<VenueEvent.AccountDisconnected>());

        world.Network.IsDown = false;
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(2, world.Of<VenueEvent.AccountConnected>()[^1].Epoch);
    });

    [Fact]
    public void Each_connection_has_a_higher_epoch() => VenueWorld.Connected(world =>
    {
        for (var cut = 0; cut < 3; cut++)
        {
            world.Stream.Break();
            world.Pass(TimeSpan.FromSeconds(5));
        }

        Assert.Equal([1L, 2L, 3L, 4L], world.Of<VenueEvent.AccountConnected>().Select(connected => connected.Epoch));
        Assert.Equal(3, world.Of<VenueEvent.AccountDisconnected>().Count);
    });
}
