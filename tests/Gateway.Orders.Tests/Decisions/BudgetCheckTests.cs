using Gateway.Testing.Orders;

namespace Gateway.Orders.Tests.Decisions;

public sealed class BudgetCheckTests
{
    [Fact]
    public void An_order_that_cannot_be_sent_now_is_refused_before_it_is_written_down() => Rig.Live(rig =>
    {
        rig.Venue.BudgetWait = TimeSpan.FromMilliseconds(1500.5);
        var records = rig.Journal.Durable.Count;

        var refused = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));

        Assert.Equal((RejectCode.RateLimited, TimeSpan.FromMilliseconds(1501)), (refused.Code, refused.RetryAfter));
        Assert.EndsWith("Try again in 1.501 s.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(records, rig.Journal.Durable.Count);
        Assert.Empty(rig.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void Neither_a_repeat_nor_a_cancel_needs_any_budget() => Rig.Live(rig =>
    {
        var order = rig.Place(clientOrderId: "one");
        rig.Venue.BudgetWait = TimeSpan.FromSeconds(1);

        Assert.Equal(order, rig.Place(clientOrderId: "one"));
        Rig.Accepted(rig.Cancel(order));
        return Task.CompletedTask;
    });
}
