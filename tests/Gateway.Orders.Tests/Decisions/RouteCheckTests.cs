using Gateway.Testing.Orders;

namespace Gateway.Orders.Tests.Decisions;

public sealed class RouteCheckTests
{
    [Fact]
    public void An_order_that_its_route_cannot_carry_is_refused_with_the_venues_reason_before_it_is_written_down() => Rig.Live(rig =>
    {
        rig.Venue.Refusal = "This account has no such route.";
        rig.Venue.BudgetWait = TimeSpan.FromSeconds(1);
        var records = rig.Journal.Durable.Count;

        var refused = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));

        Assert.Equal((RejectCode.InvalidRequest, "This account has no such route."), (refused.Code, refused.Message));
        Assert.Equal(records, rig.Journal.Durable.Count);
        Assert.Empty(rig.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void Neither_a_repeat_nor_a_cancel_needs_the_route() => Rig.Live(rig =>
    {
        var order = rig.Place(clientOrderId: "one");
        rig.Venue.Refusal = "gone";

        Assert.Equal(order, rig.Place(clientOrderId: "one"));
        Rig.Accepted(rig.Cancel(order));
        return Task.CompletedTask;
    });
}
