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
    public void What_is_given_back_can_be_spent_again_and_no_minute_sees_more_for_it()
    {
        var budget = new WeightBudget(1200, clock);
        var chance = new Random(5);
        var left = new List<DateTimeOffset>();
        var waiting = 0;
        for (var step = 0; step < 20_000; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(chance.Next(60)));
            while (chance.Next(4) != 0 && budget.TrySpend(1, Share.Orders) == TimeSpan.Zero)
                waiting++;

            // What waits leaves in one action, now and then, within the few seconds that an order may wait.
            if (waiting > 0 && chance.Next(5) == 0)
            {
                budget.GiveBack(waiting - 1);
                waiting = 0;
                left.Add(clock.GetUtcNow());
            }

            left.RemoveAll(at => at <= clock.GetUtcNow().AddMinutes(-1));
            Assert.True(left.Count <= 780, $"{left.Count} within a minute");
        }
    }

    [Fact]
    public void Orders_that_travel_together_take_the_room_of_one_however_long_they_keep_coming()
    {
        const int Together = 40;
        var budget = new WeightBudget(1200, clock);
        Spendable(budget, Share.Orders);
        clock.Advance(WeightBudget.Counts);
        for (var second = 0; second < 2000; second++)
        {
            for (var order = 0; order < Together; order++)
                Assert.Equal(TimeSpan.Zero, budget.TrySpend(1, Share.Orders));
            budget.GiveBack(Together - 1);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void What_is_given_back_is_room_at_once()
    {
        var budget = new WeightBudget(1000, clock);
        Spendable(budget, Share.Orders);
        budget.GiveBack(38);

        Assert.Equal(38, Spendable(budget, Share.Orders));
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
        Assert.Equal(TimeSpan.Zero, budget.PaceOf(6));
        budget.Spend(1);

        Assert.Equal(WeightBudget.Counts * 6 / 450, budget.PaceOf(6));
        Assert.True(budget.PaceOf(6) < TimeSpan.FromSeconds(1));
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

    private static int Spendable(WeightBudget budget, Share share)
    {
        var count = 0;
        while (budget.TrySpend(1, share) == TimeSpan.Zero)
            count++;
        return count;
    }
}
