using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Reconciliation;

/// <summary>A single update that is lost while its connection stands shows nowhere; it is found all the same, within a minute.</summary>
public sealed class LookAgainTests
{
    [Fact]
    public void While_a_connection_stands_everything_is_looked_up_again_every_minute_and_trading_goes_on() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Advance(59);
        Assert.Single(Looks(rig));

        rig.Advance(2);
        Assert.Equal(2, Looks(rig).Count());
        Assert.Equal(id, Assert.Single(Looks(rig).Last().Orders).Order);
        Assert.True(rig.Engine.IsReady);

        // Not again before it is answered.
        rig.Advance(300);
        Assert.Equal(2, Looks(rig).Count());
        rig.Venue.Reconciled();
        rig.Advance(61);
        Assert.Equal(3, Looks(rig).Count());
        return Task.CompletedTask;
    });

    [Fact]
    public void What_the_venue_may_not_have_answered_yet_is_not_asked_about_while_the_connection_stands() => Rig.Live(rig =>
    {
        rig.Advance(58);
        var young = rig.Place();
        rig.Advance(2);
        Assert.Equal(2, Looks(rig).Count());
        Assert.Empty(Looks(rig).Last().Orders);

        rig.Venue.Reconciled();
        rig.Advance(61);
        Assert.Equal(young, Assert.Single(Looks(rig).Last().Orders).Order);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_clock_that_is_set_back_makes_no_order_young() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Clock.WallOffset = TimeSpan.FromHours(-1);
        rig.Advance(61);

        Assert.Equal(id, Assert.Single(Looks(rig).Last().Orders).Order);
        return Task.CompletedTask;
    });

    [Fact]
    public void What_is_in_doubt_is_asked_about_however_young_it_is() => Rig.Live(rig =>
    {
        rig.Advance(59);
        var id = rig.Place();
        rig.Venue.Report(new VenueEvent.PlaceUnknown(SampleMarkets.Account, id, "the connection broke", rig.Clock.GetUtcNow()));
        rig.Advance(1);

        Assert.Equal(id, Assert.Single(Looks(rig).Last().Orders).Order);
        return Task.CompletedTask;
    });

    [Fact]
    public void After_a_reconnection_even_those_are_asked_about() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Disconnect();
        rig.Venue.Connect();
        rig.Settle();

        Assert.Equal(id, Assert.Single(Looks(rig).Last().Orders).Order);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void A_clock_that_is_set_puts_no_look_off_and_brings_none_forward(int seconds) => Rig.Live(rig =>
    {
        rig.Advance(20);
        rig.Clock.WallOffset = TimeSpan.FromSeconds(seconds);
        rig.Place();
        rig.Advance(39);
        Assert.Single(Looks(rig));
        rig.Advance(2);
        Assert.Equal(2, Looks(rig).Count());
        return Task.CompletedTask;
    });

    private static IEnumerable<Instruction.Reconcile> Looks(Rig rig) => rig.Venue.Told.OfType<Instruction.Reconcile>();
}
