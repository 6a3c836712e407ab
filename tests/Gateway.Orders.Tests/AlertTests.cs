using Gateway.Orders.Alerts;

namespace Gateway.Orders.Tests;

/// <summary>What somebody should know reaches who asks, once, also across a restart.</summary>
public sealed class AlertTests
{
    [Fact]
    public void Connections_lost_and_won_are_told() => Rig.Live(rig =>
    {
        var alerts = Subscribe(rig, after: null);
        Assert.Empty(alerts.Snapshot);
        rig.Venue.Disconnect();
        rig.GoLive();
        Assert.Equal(
            [(AlertKind.VenueDisconnected, AlertSeverity.Critical), (AlertKind.VenueRecovered, AlertSeverity.Info)],
            alerts.Take().Select(alert => (alert.Kind, alert.Severity)));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_subscriber_resumes_across_a_restart() => Rig.Live(rig =>
    {
        var alerts = Subscribe(rig, after: null);
        rig.Venue.Disconnect();
        rig.Settle();
        var seen = Assert.Single(alerts.Take());
        rig.Venue.Fill(order: null, "x1", 100_000, 1);
        rig.Settle();

        var resumed = Subscribe(rig.Restart(), seen.Sequence);

        var missed = Assert.Single(resumed.Snapshot);
        Assert.Equal(AlertKind.ForeignFill, missed.Kind);
        Assert.True(missed.Sequence > seen.Sequence);
        return Task.CompletedTask;
    });

    [Fact]
    public void What_is_not_at_hand_any_more_is_not_pretended() => Rig.Live(
        rig =>
        {
            for (var time = 0; time < 3; time++)
            {
                rig.Venue.Disconnect();
                rig.GoLive();
            }

            var refusal = Rig.Refused(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, 1, default)));
            Assert.Contains("leave 'seek' out", refusal.Message);
            Assert.Contains("not been reached", Rig.Refused(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, 1000, default))).Message);
            return Task.CompletedTask;
        },
        options => options.AlertCapacity = 2);

    [Fact]
    public void Who_may_not_see_an_alert_gets_none() => Rig.Live(rig =>
    {
        var alerts = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(alert => alert.Account is null, null, default)));
        rig.Venue.Disconnect();
        rig.Settle();
        Assert.Empty(alerts.Take());
        return Task.CompletedTask;
    });

    [Fact]
    public void An_order_in_doubt_is_told_once() => Rig.Live(rig =>
    {
        var alerts = Subscribe(rig, after: null);
        var order = rig.Place();
        rig.Venue.Report(new Venues.VenueEvent.PlaceUnknown(rig.Venue.Accounts[0], order, "the connection broke.", rig.Clock.GetUtcNow()));
        rig.Cancel(order);
        rig.Advance(40);
        var alert = Assert.Single(alerts.Take());
        Assert.Equal((AlertKind.StaleOrder, order), (alert.Kind, alert.Order));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_end_of_a_doubt_is_told_and_only_that_of_a_doubt() => Rig.Live(rig =>
    {
        var order = rig.Place();
        var alerts = Subscribe(rig, after: null);
        rig.Venue.Acknowledge(order);
        rig.Venue.Report(new Venues.VenueEvent.CancelUnknown(rig.Venue.Accounts[0], order, "the connection broke.", rig.Clock.GetUtcNow()));
        rig.Venue.Acknowledge(order);
        rig.Venue.Acknowledge(order);
        rig.Venue.Report(new Venues.VenueEvent.CancelUnknown(rig.Venue.Accounts[0], order, "again.", rig.Clock.GetUtcNow()));
        rig.Venue.Done(order, Venues.DoneCause.Canceled, 0, "canceled");
        rig.Settle();

        var told = alerts.Take();
        Assert.Equal(
            [AlertKind.StaleOrder, AlertKind.OrderSettled, AlertKind.StaleOrder, AlertKind.OrderSettled], told.Select(alert => alert.Kind));
        Assert.All(told, alert => Assert.Equal(order, alert.Order));
        Assert.Contains("Canceled, Out", told[^1].Message, StringComparison.Ordinal);
        Assert.Equal(told, Subscribe(rig.Restart(), told[0].Sequence - 1).Snapshot);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_silent_stream_is_told_once_and_so_is_its_end() => Rig.Live(rig =>
    {
        var alerts = Subscribe(rig, after: null);
        var silent = new Venues.VenueEvent.StreamSilent(rig.Venue.Accounts[0], "userFills", "it has not told of a fill.", rig.Clock.GetUtcNow());
        rig.Venue.Report(silent);
        rig.Venue.Disconnect("userFills is silent");
        rig.Venue.Report(silent);
        rig.GoLive();
        rig.Venue.Disconnect();
        rig.GoLive();

        Assert.Equal(
            [AlertKind.SilentStream, AlertKind.VenueDisconnected, AlertKind.VenueRecovered, AlertKind.StreamRecovered, AlertKind.VenueDisconnected, AlertKind.VenueRecovered],
            alerts.Take().Select(alert => alert.Kind));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_key_that_ends_soon_and_a_liquidation_are_told() => Rig.Live(rig =>
    {
        var alerts = Subscribe(rig, after: null);
        rig.Venue.Report(new Venues.VenueEvent.KeyExpiring(rig.Venue.Accounts[0], "ends on Friday", rig.Clock.GetUtcNow()));
        rig.Venue.Report(new Venues.VenueEvent.OrderFilled(Order: null, rig.Venue.FillOf("l1", 100_000, 1) with { IsLiquidation = true }));
        rig.Settle();

        Assert.Equal(
            [(AlertKind.KeyExpiring, AlertSeverity.Warning), (AlertKind.Liquidation, AlertSeverity.Critical)],
            alerts.Take().Select(alert => (alert.Kind, alert.Severity)));
        Assert.Equal(2, Subscribe(rig.Restart(), 0).Snapshot.Count(alert => alert.Kind is AlertKind.KeyExpiring or AlertKind.Liquidation));
        return Task.CompletedTask;
    });

    private static AlertSubscription Subscribe(Rig rig, long? after) =>
        Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, after, default)));
}
