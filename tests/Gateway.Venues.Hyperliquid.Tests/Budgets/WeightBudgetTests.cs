using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Budgets;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

public sealed class WeightBudgetTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void No_minute_ever_sees_more_than_its_weight()
    {
        var budget = new WeightBudget(1200, clock);
        var chance = new Random(4);
        var spent = new List<(DateTimeOffset At, int Weight)>();
        for (var step = 0; step < 20_000; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(chance.Next(60)));
            var weight = chance.Next(1, 61);
            if (budget.TrySpend(weight, (Share)chance.Next(5)) == TimeSpan.Zero)
                spent.Add((clock.GetUtcNow(), weight));
            var minute = spent.Where(one => one.At > clock.GetUtcNow().AddMinutes(-1)).Sum(one => one.Weight);
            Assert.True(minute <= 1200, $"{minute} within a minute");
            if (step % 500 == 0)
                spent.RemoveAll(one => one.At < clock.GetUtcNow().AddMinutes(-2));
        }
    }

    [Fact]
    public void What_is_set_aside_is_no_room_and_given_back_it_is()
    {
        var budget = new WeightBudget(1000, clock);
        budget.Reserve(650);

        Assert.NotEqual(TimeSpan.Zero, budget.Wait(1, Share.Orders));
        budget.Reserve(-38);
        Assert.Equal(38, Spendable(budget, Share.Orders));
        Assert.Equal(200, Spendable(budget, Share.Questions));
    }

    [Fact]
    public void What_is_set_aside_does_not_grow_old()
    {
        var budget = new WeightBudget(1000, clock);
        budget.Reserve(650);
        clock.Advance(WeightBudget.Counts);

        Assert.NotEqual(TimeSpan.Zero, budget.TrySpend(1, Share.Orders));
    }

    [Fact]
    public void Actions_with_orders_need_no_pace_while_half_of_their_share_is_left()
    {
        var budget = new WeightBudget(1200, clock);
        for (var action = 0; action < 389; action++)
            Leave(budget);
        Assert.Equal(TimeSpan.Zero, budget.PaceOfOrders());
        Leave(budget);

        Assert.Equal(WeightBudget.Counts.TotalSeconds / 390, budget.PaceOfOrders().TotalSeconds, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void At_the_pace_that_it_names_the_share_of_orders_never_runs_out(int seed)
    {
        var budget = new WeightBudget(1200, clock);
        var chance = new Random(seed);
        for (var action = 1; action <= 3000; action++)
        {
            Assert.Equal(TimeSpan.Zero, budget.Wait(1, Share.Orders));
            Leave(budget);
            var pace = budget.PaceOfOrders();
            Assert.True(pace <= WeightBudget.Counts / 389, $"{pace} after {action}");
            // Now and then fewer leave than might.
            clock.Advance(chance.Next(500) == 0 ? TimeSpan.FromSeconds(chance.Next(40)) : pace);
        }
    }

    [Fact]
    public void It_lasts_while_others_go_on_spending_what_they_did()
    {
        var budget = new WeightBudget(1200, clock);
        for (var question = 0; question < 10; question++)
        {
            Assert.Equal(TimeSpan.Zero, budget.TrySpend(30, Share.Questions));
            clock.Advance(WeightBudget.Counts / 10);
        }

        var began = clock.GetUtcNow();
        for (var (left, asked) = (0, 0); left < 5000; left++)
        {
            for (; clock.GetUtcNow() - began > WeightBudget.Counts / 10 * asked; asked++)
                Assert.Equal(TimeSpan.Zero, budget.TrySpend(30, Share.Questions));
            // A question may come a little earlier than the one a minute ago.
            var wait = budget.Wait(1, Share.Orders);
            Assert.True(wait < TimeSpan.FromSeconds(0.2), $"{wait}");
            clock.Advance(wait);
            Leave(budget);
            clock.Advance(budget.PaceOfOrders());
        }

        // All that the questions leave of the share.
        Assert.InRange((clock.GetUtcNow() - began) / WeightBudget.Counts, 5000 / 481.0, 5000 / 440.0);
    }

    [Fact]
    public void Orders_leave_a_part_that_cancels_still_find()
    {
        var budget = new WeightBudget(1000, clock);
        var orders = Spendable(budget, Share.Orders);
        var questions = Spendable(budget, Share.Questions);
        var cancels = Spendable(budget, Share.Cancels);

        Assert.Equal((650, 200, 150), (orders, questions, cancels));
    }

    [Theory]
    [InlineData(1, 650, 200, 150)]
    [InlineData(2, 550, 200, 250)]
    [InlineData(3, 425, 200, 375)]
    [InlineData(4, 400, 200, 400)]
    [InlineData(50, 400, 200, 400)]
    public void The_more_accounts_share_it_the_more_is_kept_for_their_cancels(int accounts, int orders, int questions, int cancels)
    {
        var budget = new WeightBudget(1000, clock, accounts);

        Assert.Equal((orders, questions, cancels), (Spendable(budget, Share.Orders), Spendable(budget, Share.Questions), Spendable(budget, Share.Cancels)));
    }

    [Fact]
    public void Streams_of_cancels_are_paced_only_once_nothing_is_left_but_what_is_kept_for_them()
    {
        var budget = new WeightBudget(1200, clock, accounts: 3);
        budget.Spend(749);
        Assert.Equal(TimeSpan.Zero, budget.PaceOfCancels(6));
        budget.Spend(1);

        Assert.Equal(WeightBudget.Counts * 6 / 450, budget.PaceOfCancels(6));
        Assert.True(budget.PaceOfCancels(6) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_wait_it_names_is_enough_and_none_too_long()
    {
        var budget = new WeightBudget(1000, clock);
        Spendable(budget, Share.Orders);
        var wait = budget.TrySpend(1, Share.Orders);

        clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(TimeSpan.Zero, budget.TrySpend(1, Share.Orders));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, budget.TrySpend(1, Share.Orders));
    }

    [Fact]
    public void A_long_answer_is_paid_for_afterwards()
    {
        var budget = new WeightBudget(1000, clock);
        budget.Spend(650);

        Assert.NotEqual(TimeSpan.Zero, budget.TrySpend(1, Share.Orders));
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        var budget = new WeightBudget(perMinute: null, clock);
        budget.Spend(1_000_000);

        Assert.Equal(TimeSpan.Zero, budget.TrySpend(1_000_000, Share.Queries));
    }

    private static void Leave(WeightBudget budget)
    {
        budget.Reserve(1);
        budget.SpendReserved();
    }

    private static int Spendable(WeightBudget budget, Share share)
    {
        var count = 0;
        while (budget.TrySpend(1, share) == TimeSpan.Zero)
            count++;
        return count;
    }
}
