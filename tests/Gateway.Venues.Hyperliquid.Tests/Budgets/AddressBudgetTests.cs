using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

public sealed class AddressBudgetTests
{
    private readonly ManualClock clock = new();
    private readonly AddressBudget budget;

    public AddressBudgetTests() => budget = new(clock);

    [Fact]
    public void Nothing_is_held_back_before_the_venue_was_asked()
    {
        budget.SpendOnOrder();

        Assert.Equal((TimeSpan.Zero, null), (budget.Wait, budget.Left));
    }

    [Fact]
    public void The_recorded_limit_is_exact() => Assert.Equal(
        new UserRateLimit(357.45105m, 231, 10357, 0), UserRateLimit.Read(TestData.Recorded("userRateLimit.2")));

    [Fact]
    public void Orders_and_cancels_count_and_what_was_bought_adds()
    {
        budget.Learn(new UserRateLimit(0, RequestsUsed: 9_999, RequestsCap: 10_000, RequestsSurplus: 5), budget.Sent);
        budget.SpendOnOrder();
        budget.SpendOnCancels(1);

        Assert.Equal(4, budget.Left);
    }

    [Fact]
    public void An_exhausted_account_sends_one_order_in_eleven_seconds()
    {
        budget.Learn(UserRateLimit.Read(TestData.Json("""{"cumVlm":"0.0","nRequestsUsed":10000,"nRequestsCap":10000}""")), budget.Sent);
        Assert.Equal(TimeSpan.Zero, budget.Wait);
        budget.SpendOnOrder();
        Assert.Equal(TimeSpan.FromSeconds(11), budget.Wait);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(7), budget.Wait);
        clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.Zero, budget.Wait);
    }

    [Fact]
    public void What_left_while_the_venue_was_asked_is_not_forgotten()
    {
        var asked = budget.Sent;
        budget.SpendOnOrder();
        budget.Learn(new UserRateLimit(0, 100, 10_000, 0), asked);

        Assert.Equal(9_899, budget.Left);
    }
}
