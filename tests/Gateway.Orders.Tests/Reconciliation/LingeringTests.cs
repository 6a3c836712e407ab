using Gateway.Testing.Orders;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests.Reconciliation;

/// <summary>Orders by a route whose venue may take them in long after they were sent.</summary>
public sealed class LingeringTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromDays(2);

    [Fact]
    public void The_venue_is_told_when_to_send_and_the_proof_waits_for_as_long_as_the_order_may_linger() => Lingering(rig =>
    {
        var id = rig.Place();
        var sendUntil = rig.Clock.GetUtcNow() + rig.Options.SendWindow;
        Assert.Equal(sendUntil, Assert.Single(rig.Venue.Placed).ValidUntil);
        Assert.Equal(sendUntil + Linger, rig.Find(id).ValidUntil);
        Lose(rig, id);

        NotFound(rig, id, sendUntil + rig.Options.ProofMargin + TimeSpan.FromHours(1));
        Assert.Equal(Open | Stale, rig.Find(id).State);
        NotFound(rig, id, sendUntil + Linger + rig.Options.ProofMargin);
        Assert.Equal(Open | Stale, rig.Find(id).State);
        NotFound(rig, id, sendUntil + Linger + rig.Options.ProofMargin + TimeSpan.FromTicks(1));
        Assert.Equal(Rejected | Out, rig.Find(id).State);
    });

    [Fact]
    public void Meanwhile_it_is_looked_up_again_and_again() => Lingering(rig =>
    {
        var id = rig.Place();
        Lose(rig, id);
        for (var minute = 0; minute < 5; minute++)
        {
            var asked = rig.Venue.Told.OfType<Instruction.Settle>().Count();
            rig.Advance(2 * rig.Options.LongestSettleDelay.TotalSeconds);
            NotFound(rig, id, rig.Clock.GetUtcNow());
            Assert.True(rig.Venue.Told.OfType<Instruction.Settle>().Count() > asked, $"In minute {minute} nothing was asked.");
        }

        rig.Venue.Acknowledge(id);
        Assert.Equal(Open | Acked, rig.Find(id).State);
    });

    [Fact]
    public void After_a_crash_it_does_not_keep_the_account_from_trading() => Lingering(rig =>
    {
        var id = rig.Place();
        var next = rig.Restart();
        next.Venue.Linger = Linger;
        next.GoLive();

        Assert.Equal(Open | Stale, next.Find(id).State);
        Assert.True(next.Engine.IsReady);
        Assert.NotEqual(id, next.Place());
    });

    [Fact]
    public void The_carriers_names_are_kept_with_the_order_once_and_for_ever() => Lingering(rig =>
    {
        var id = rig.Place();
        Name(rig, id, "agg-1", "0xhash");
        Name(rig, id, "agg-2", "0xother");
        rig.Venue.Acknowledge(id);
        Assert.Equal(("agg-1", "0xhash"), (rig.Find(id).AggregatorOrderId, rig.Find(id).IntentHash));

        var next = rig.Restart(live: true);
        Assert.Equal(("agg-1", "0xhash"), (next.Find(id).AggregatorOrderId, next.Find(id).IntentHash));
    });

    [Fact]
    public void They_are_kept_of_an_order_that_is_out_already_and_tell_nothing_else_of_it() => Lingering(rig =>
    {
        var id = rig.Place();
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        var before = rig.Find(id);
        Name(rig, id, "agg-1", null);

        Assert.Equal(before with { AggregatorOrderId = "agg-1" }, rig.Find(id));
    });

    [Fact]
    public void Names_of_another_accounts_order_are_nobodys() => Lingering(rig =>
    {
        var id = rig.Place();
        rig.Venue.Report(new VenueEvent.IntentConfirmed(new AccountName("OTHER"), id, "agg-1", null, rig.Clock.GetUtcNow()));

        Assert.Null(rig.Find(id).AggregatorOrderId);
    });

    [Fact]
    public void A_fill_is_told_under_the_orders_own_route() => Lingering(rig =>
    {
        var id = rig.Place();
        var told = SampleMarkets.Btc.Id;
        var other = MarketId.Of(SampleMarkets.Btc.Base.Id, SampleMarkets.Btc.Quote.Id, SampleMarkets.Venue, new RouteId("ELSEWHERE"));
        rig.Venue.Report(new VenueEvent.OrderFilled(id, rig.Venue.FillOf("f1", 100000m, 0.01m) with { Market = other }));

        Assert.Equal(told, Assert.Single(rig.Read(ledger => ledger.Fills)).Fill.Market);
    });

    private static void Lingering(Action<Rig> scenario) => Rig.Live(rig =>
    {
        rig.Venue.Linger = Linger;
        scenario(rig);
        return Task.CompletedTask;
    });

    private static void Lose(Rig rig, OrderId id)
    {
        rig.Venue.Report(new VenueEvent.PlaceUnknown(SampleMarkets.Account, id, "cut", rig.Clock.GetUtcNow()));
        rig.Settle();
    }

    private static void NotFound(Rig rig, OrderId id, DateTimeOffset venueTime)
    {
        rig.Venue.Report(new VenueEvent.OrderNotFound(SampleMarkets.Account, id, venueTime, rig.Clock.GetUtcNow()));
        rig.Settle();
    }

    private static void Name(Rig rig, OrderId id, string name, string? hash)
    {
        rig.Venue.Report(new VenueEvent.IntentConfirmed(SampleMarkets.Account, id, name, hash, rig.Clock.GetUtcNow()));
        rig.Settle();
    }
}
