using System.Collections.Immutable;
using Gateway.Orders.Halts;
using Gateway.Venues;

namespace Gateway.Orders.Tests;

public sealed class CancelAllTests
{
    [Fact]
    public void It_cancels_what_is_open_and_asked_for_and_says_which() => Rig.Live(rig =>
    {
        var ended = rig.Place();
        rig.Venue.Reject(ended, "no");
        rig.Settle();
        var first = rig.Place();
        var spared = rig.Place();
        var second = rig.Place();

        Assert.Equal([first, second], CancelAll(rig, order => order.Id != spared));

        Assert.Equal([first, second], CanceledAt(rig));
        Assert.True(rig.Find(first).State.HasFlag(OrderState.Canceling));
        Assert.False(rig.Find(spared).State.HasFlag(OrderState.Canceling));
        return Task.CompletedTask;
    });

    [Fact]
    public void Orders_that_are_being_canceled_are_among_the_answer() => Rig.Live(rig =>
    {
        var order = rig.Place();
        rig.Cancel(order);

        Assert.Equal([order], CancelAll(rig, _ => true));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_halt_and_a_used_up_budget_do_not_stand_in_its_way() => Rig.Live(async rig =>
    {
        var order = rig.Place();
        rig.Venue.BudgetWait = TimeSpan.FromMinutes(1);
        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new GlobalHalt(), cancelOpen: false, Rig.Trader, default)));

        Assert.Equal([order], CancelAll(rig, _ => true));
        Assert.Equal([order], CanceledAt(rig));
        await Task.CompletedTask;
    });

    [Fact]
    public void Without_a_connection_it_is_kept_until_the_account_is_back() => Rig.Live(rig =>
    {
        var order = rig.Place();
        rig.Venue.Disconnect();
        rig.Settle();

        Assert.Equal([order], CancelAll(rig, _ => true));
        Assert.Empty(CanceledAt(rig));

        rig.GoLive();
        Assert.Equal([order], CanceledAt(rig));
        return Task.CompletedTask;
    });

    private static ImmutableArray<OrderId> CancelAll(Rig rig, Func<Order, bool> asked) =>
        Rig.Accepted(rig.Finish(() => rig.Engine.CancelAllAsync(asked, Rig.Trader, default)));

    private static IEnumerable<OrderId> CanceledAt(Rig rig) => rig.Venue.Told.OfType<Instruction.Cancel>().Select(cancel => cancel.Order.Order);
}
