using Gateway.Orders.Alerts;
using Gateway.Orders.Journal.Events;
using Gateway.Testing.Orders;

namespace Gateway.Orders.Tests;

/// <summary>What is still done while the journal's disk is full, and which numbers a power cut makes unusable.</summary>
public sealed class ShortageTests
{
    private const string Full = "The disk is full.";

    [Fact]
    public void Without_room_new_orders_are_refused_and_everything_else_goes_on() => Rig.Live(rig =>
    {
        var order = rig.Place(clientOrderId: "mine");
        rig.Venue.Acknowledge(order);
        rig.Settle();
        rig.Journal.Shortage = Full;

        var records = rig.Journal.Count;
        var refusal = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));
        Assert.Equal(RejectCode.Overloaded, refusal.Code);
        Assert.StartsWith(Full, refusal.Message, StringComparison.Ordinal);
        Assert.False(rig.Engine.IsReady);

        // A repeat sends nothing, a cancel makes trading safer, and what the venue says has happened.
        Assert.Equal(order, rig.Place(clientOrderId: "mine"));
        Rig.Accepted(rig.Cancel(order));
        rig.Venue.Fill(order, "f1", 100000m, 0.01m);
        rig.Settle();
        Assert.True(rig.Find(order).IsOut);
        Assert.Equal(
            [typeof(AlertRaised), typeof(CancelRequested), typeof(OrderFilled)],
            rig.Journal.Durable.Skip(records).Select(record => record.Event.GetType()));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_shortage_and_its_end_are_alerts_and_are_found_without_anybody_asking() => Rig.Live(rig =>
    {
        rig.Journal.Shortage = Full;
        rig.Advance(1);
        Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));
        rig.Advance(3);
        var flushes = 0;
        rig.Journal.Flushing = () => flushes++;
        rig.Advance(5);
        Assert.InRange(flushes, 4, 6);

        rig.Journal.Shortage = null;
        rig.Advance(1);
        Assert.Equal(
            [AlertKind.JournalFull, AlertKind.JournalHasRoom],
            rig.Journal.Durable.Select(record => record.Event).OfType<AlertRaised>().Select(alert => alert.Kind));
        rig.Place();
        return Task.CompletedTask;
    });

    [Fact]
    public void Numbers_that_a_power_cut_may_have_taken_are_never_used_again() => Rig.Live(rig =>
    {
        rig.Journal.MayLoseTheLatest = true;
        var first = rig.Restart(live: true);
        Assert.Equal(1, PlaceOn(first));
        var records = first.Journal.Count;
        Assert.Equal(2, PlaceOn(first));

        // The power goes, and with it the record of the second order.
        var second = first.Restart(records, live: true);
        Assert.Equal(1_000_002, PlaceOn(second));
        second.Journal.MayLoseTheLatest = false;
        var third = second.Restart(live: true);
        Assert.Equal(2_000_003, PlaceOn(third));
        Assert.Equal(2_000_004, PlaceOn(third.Restart(live: true)));
        return Task.CompletedTask;
    });

    // What the venue has answered is settled for the next process.
    private static long PlaceOn(Rig rig)
    {
        var order = rig.Place();
        rig.Venue.Acknowledge(order);
        rig.Settle();
        return order.Value;
    }
}
