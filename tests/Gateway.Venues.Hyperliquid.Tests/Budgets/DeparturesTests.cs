using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Routes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

public sealed class DeparturesTests
{
    private const int OrdersShare = 780;

    private static readonly Company Mine = new(new("A"), Cargo.Orders);
    private static readonly Company Others = new(new("B"), Cargo.Orders);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualClock clock = new();
    private readonly WeightBudget weight;
    private readonly Departures departures;

    public DeparturesTests()
    {
        weight = new WeightBudget(1200, clock);
        departures = new Departures(weight, clock);
    }

    [Fact]
    public void While_there_is_plenty_of_weight_none_waits()
    {
        for (var order = 0; order < (OrdersShare / 2) - 1; order++)
        {
            Come(Mine);
            Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
            departures.Left(Mine, leaving: 1, waited: 1);
        }
    }

    [Fact]
    public void A_lone_order_never_waits_as_long_as_there_is_room_for_the_next()
    {
        weight.Spend(OrdersShare - 2);
        Come(Mine);

        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
    }

    [Fact]
    public void Those_that_come_while_an_action_waits_need_no_weight()
    {
        weight.Spend(OrdersShare / 2);
        Leave(Mine);
        var room = Room();
        for (var order = 0; order < 39; order++)
            Come(Mine);

        Assert.InRange(departures.WaitFor(Mine), Moment, TimeSpan.FromSeconds(0.2));
        Assert.Equal(room - 1, Room());
        Come(Mine);
        Assert.Equal(room - 2, Room());
    }

    [Fact]
    public void They_leave_when_the_pace_says_so_and_the_next_after_as_long_again()
    {
        weight.Spend(OrdersShare / 2);
        Leave(Mine);
        Come(Mine);
        var wait = departures.WaitFor(Mine);
        clock.Advance(wait - Moment);
        Come(Mine);
        Assert.InRange(departures.WaitFor(Mine), TimeSpan.FromTicks(1), Moment);
        clock.Advance(Moment);
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
        departures.Left(Mine, leaving: 2, waited: 2);
        Come(Mine);

        Assert.InRange(departures.WaitFor(Mine), wait - Moment, wait + Moment);
    }

    [Fact]
    public void None_waits_for_those_of_another_account()
    {
        weight.Spend(OrdersShare / 2);
        Leave(Mine);
        Come(Mine);
        Come(Others);

        Assert.True(departures.WaitFor(Mine) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Others));
    }

    [Fact]
    public void The_more_companies_there_are_the_further_apart_are_the_actions_of_each()
    {
        weight.Spend(OrdersShare / 2);
        Leave(Mine);
        Come(Mine);
        var alone = departures.WaitFor(Mine);
        Leave(Others);

        Assert.InRange(departures.WaitFor(Mine), alone * 1.9, alone * 2.1);
        departures.Left(Mine, leaving: 1, waited: 1);
        clock.Advance(Second);
        Leave(Mine);
        Come(Mine);
        Assert.InRange(departures.WaitFor(Mine), alone * 0.9, alone * 1.1);
    }

    [Fact]
    public void Where_nothing_is_left_the_last_action_waits_for_riders_until_there_is_room_for_the_next()
    {
        for (var action = 0; action < OrdersShare - 1; action++)
        {
            weight.Reserve(1);
            weight.SpendReserved();
            clock.Advance(TimeSpan.FromMilliseconds(84));
        }

        Come(Mine);
        Assert.InRange(departures.WaitFor(Mine), Moment, Second);
        for (var rider = 1; rider < 39; rider++)
            Come(Mine);
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
        Assert.True(departures.Admit(Mine) > TimeSpan.Zero);
    }

    [Fact]
    public void Where_nothing_is_left_those_that_are_still_written_down_come_along()
    {
        weight.Spend(OrdersShare - 1);
        Come(Mine);
        Assert.Equal(TimeSpan.Zero, departures.Admit(Mine));
        clock.Advance(Second);

        Assert.NotEqual(TimeSpan.Zero, departures.WaitFor(Mine));
        departures.Came(Mine, clock.GetUtcNow().AddSeconds(5));
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
    }

    [Fact]
    public void Where_that_takes_a_second_they_leave_without_and_the_next_is_in_debt()
    {
        weight.Spend(OrdersShare - 1);
        Come(Mine);
        Assert.Equal(TimeSpan.Zero, departures.Admit(Mine));
        clock.Advance(Second * 2);
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
        departures.Left(Mine, leaving: 1, waited: 1);
        departures.Came(Mine, clock.GetUtcNow().AddSeconds(5));
        Assert.Equal(Second, departures.WaitFor(Mine));
        clock.Advance(Second);
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
        departures.Left(Mine, leaving: 1, waited: 1);

        clock.Advance(WeightBudget.Counts - (Second * 4));
        Assert.True(departures.Admit(Mine) > TimeSpan.Zero);
        clock.Advance(Second);
        Assert.Equal(OrdersShare - 2, Room());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void None_is_held_for_longer_than_half_of_the_time_that_it_may_be_sent_in(int room)
    {
        weight.Spend(OrdersShare - room - 1);
        if (room > 0)
            Leave(Mine);
        Assert.Equal(TimeSpan.Zero, departures.Admit(Mine));
        departures.Came(Mine, clock.GetUtcNow() + TimeSpan.FromSeconds(0.2));

        Assert.InRange(departures.WaitFor(Mine), TimeSpan.FromSeconds(0.09), TimeSpan.FromSeconds(0.1));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(TimeSpan.Zero, departures.WaitFor(Mine));
    }

    [Fact]
    public void What_does_not_leave_gives_its_weight_back()
    {
        var room = Room();
        for (var order = 0; order < 40; order++)
            Come(Mine);
        departures.Stayed(Mine);
        Assert.Equal(room - 1, Room());
        departures.Left(Mine, leaving: 0, waited: 39);

        Assert.Equal(room, Room());
    }

    [Fact]
    public void What_would_stand_behind_full_actions_for_longer_than_half_a_second_is_told_when_to_come_back()
    {
        weight.Spend(OrdersShare / 2);
        Leave(Mine);
        var wait = TimeSpan.Zero;
        var orders = 0;
        for (; wait == TimeSpan.Zero; wait = departures.Admit(Mine), orders++)
            departures.Came(Mine, clock.GetUtcNow().AddSeconds(5));
        Assert.Equal(2 * 39, orders);
        Assert.InRange(wait, Moment, TimeSpan.FromSeconds(0.2));

        clock.Advance(wait - Moment);
        Assert.InRange(departures.Admit(Mine), TimeSpan.FromTicks(1), Moment);
        clock.Advance(Moment);
        Assert.Equal(TimeSpan.Zero, departures.Admit(Mine));
    }

    [Fact]
    public void However_many_orders_come_for_however_long_they_go_on_leaving_and_use_all_of_their_share()
    {
        var waiting = 0;
        for (var second = 0; second < 330; second++)
        {
            var left = 0;
            for (var tick = 0; tick < 200; tick++, clock.Advance(TimeSpan.FromMilliseconds(5)))
            {
                for (var demand = 0; demand < 20 && departures.Admit(Mine) == TimeSpan.Zero; demand++, waiting++)
                    departures.Came(Mine, clock.GetUtcNow().AddSeconds(5));
                for (; waiting > 0 && departures.WaitFor(Mine) == TimeSpan.Zero; waiting -= Math.Min(waiting, 39), left += 39)
                    departures.Left(Mine, Math.Min(waiting, 39), Math.Min(waiting, 39));
            }

            // One action at a pace that the other half of the share lasts for, and once that is forgotten at one that all of it does.
            Assert.True(left >= 39 * (second < 67 ? 5 : 11), $"{left} in second {second}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_comes_no_minute_sees_too_much_and_none_waits_for_long(int seed)
    {
        var chance = new Random(seed);
        var companies = Enumerable.Range(0, chance.Next(1, 5)).Select(number => new Company(new($"A{number}"), (Cargo)chance.Next(4))).Distinct().ToArray();
        var written = companies.ToDictionary(company => company, _ => new Queue<DateTimeOffset>());
        var waiting = companies.ToDictionary(company => company, _ => new Queue<DateTimeOffset>());
        var spent = new Queue<(DateTimeOffset At, int Weight)>();
        var (demand, inMinute, orders) = (1, 0, 0);
        for (var tick = 0; tick < 300 * 100; tick++, clock.Advance(TimeSpan.FromMilliseconds(10)))
        {
            if (tick % 1000 == 0)
                demand = chance.Next(1, 12);
            foreach (var company in companies)
            {
                for (var order = chance.Next(demand); order > 0 && departures.Admit(company) == TimeSpan.Zero; order--)
                    written[company].Enqueue(clock.GetUtcNow());
                // The journal takes its time.
                for (; written[company].Count > 0 && chance.Next(6) > 0; departures.Came(company, clock.GetUtcNow().AddSeconds(5)))
                    waiting[company].Enqueue(written[company].Dequeue());
                while (waiting[company].Count > 0 && departures.WaitFor(company) == TimeSpan.Zero)
                {
                    var leaving = Math.Min(waiting[company].Count, 39);
                    for (var one = 0; one < leaving; one++)
                        Assert.True(clock.GetUtcNow() - waiting[company].Dequeue() <= Second * 2.5);
                    departures.Left(company, leaving, leaving);
                    Spent(1);
                    orders += leaving;
                }
            }

            if (chance.Next(400) == 0 && chance.Next(1, 40) is var question && weight.TrySpend(question, Share.Questions) == TimeSpan.Zero)
                Spent(question);
            if (tick / 2000 % 2 == 1 && weight.Wait(1, Share.Cancels) == TimeSpan.Zero && chance.Next(4) == 0)
            {
                weight.Spend(1);
                Spent(1);
            }

            for (; spent.TryPeek(out var old) && old.At <= clock.GetUtcNow().AddMinutes(-1); inMinute -= old.Weight)
                spent.Dequeue();
            Assert.True(inMinute <= 1200, $"{inMinute} in a minute");
        }

        Assert.True(orders > 2000, $"{orders}");
        foreach (var company in companies)
        {
            for (; written[company].TryDequeue(out _); departures.Came(company, clock.GetUtcNow().AddSeconds(5)))
                waiting[company].Enqueue(default);
            departures.Left(company, leaving: 0, waiting[company].Count);
        }

        clock.Advance(WeightBudget.Counts);
        Assert.Equal(OrdersShare, Room());

        void Spent(int weight)
        {
            spent.Enqueue((clock.GetUtcNow(), weight));
            inMinute += weight;
        }
    }

    private void Come(Company company)
    {
        Assert.Equal(TimeSpan.Zero, departures.Admit(company));
        departures.Came(company, clock.GetUtcNow().AddSeconds(5));
    }

    private void Leave(Company company)
    {
        Come(company);
        departures.Left(company, leaving: 1, waited: 1);
    }

    // How many more actions with orders there is room for.
    private int Room()
    {
        var room = 0;
        for (; weight.Wait(1, Share.Orders) == TimeSpan.Zero; room++)
            weight.Reserve(1);
        weight.Reserve(-room);
        return room;
    }
}
