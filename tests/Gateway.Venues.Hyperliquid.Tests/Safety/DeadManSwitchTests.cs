using System.Net;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Safety;

public sealed class DeadManSwitchTests
{
    private const string TooLittle = """{"status":"err","response":"Cannot set scheduled cancel time until enough volume traded. Required: $1000000. Traded: $12.5."}""";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(60);

    [Fact]
    public void It_is_armed_at_once_and_postponed_three_times_in_its_time() => Armed(world =>
    {
        Assert.Equal("scheduleCancel", Assert.Single(world.Info.Actions).GetProperty("action").GetProperty("type").GetString());
        Assert.Equal(Now(world) + 60_000, StrikesAt(world));
        Assert.Equal(Now(world) + 20_000, world.Info.Actions[0].GetProperty("expiresAfter").GetInt64());

        world.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(4, world.Info.Actions.Count);
        Assert.Equal(Now(world) + 60_000, StrikesAt(world));
        Assert.Equal(4, world.Info.Actions.Select(action => action.GetProperty("nonce").GetInt64()).Distinct().Count());
        Assert.Single(world.Log.Lines, line => line.Contains("is armed", StringComparison.Ordinal));
    });

    [Fact]
    public void It_is_not_postponed_while_the_account_is_not_connected_and_again_once_it_is() => Armed(world =>
    {
        world.Network.IsDown = true;
        world.Stream.Break();
        world.Orders.Break();
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Single(world.Info.Actions);

        world.Network.IsDown = false;
        world.Pass(TimeSpan.FromMinutes(1));

        Assert.True(world.Info.Actions.Count > 1);
        Assert.True(StrikesAt(world) > Now(world));
    });

    [Fact]
    public void A_refusal_for_lack_of_volume_is_told_once_and_tried_again_hourly() => Armed(
        world =>
        {
            world.Pass(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
            Assert.Equal(3, world.Info.Actions.Count);
            Assert.Contains("enough volume traded", Assert.Single(world.Log.Lines, IsComplaint), StringComparison.Ordinal);

            world.Info.ActionAnswer = (HttpStatusCode.OK, """{"status":"ok","response":{"type":"default"}}""");
            world.Pass(TimeSpan.FromHours(1));
            Assert.Single(world.Log.Lines, line => line.Contains("is armed", StringComparison.Ordinal));
            world.Info.ActionAnswer = (HttpStatusCode.OK, TooLittle);
            world.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(2, world.Log.Lines.Count(IsComplaint));
        },
        world => world.Info.ActionAnswer = (HttpStatusCode.OK, TooLittle));

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.OK, "{\"sta")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public void An_answer_that_proves_nothing_is_asked_for_again_soon(HttpStatusCode status, string body) => Armed(
        world =>
        {
            world.Pass(TimeSpan.FromSeconds(11));

            Assert.Equal(3, world.Info.Actions.Count);
            Assert.Single(world.Log.Lines, IsComplaint);
        },
        world => world.Info.ActionAnswer = (status, body));

    [Fact]
    public void It_counts_for_the_accounts_budget() => Armed(
        world =>
        {
            world.Info.Answers["userRateLimit"] = _ => """{"cumVlm":"0.0","nRequestsUsed":9997,"nRequestsCap":10000,"nRequestsSurplus":0}""";
            world.Pass(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(30));
            Assert.True(world.Venue.ReserveBudget(world.Intent) == TimeSpan.Zero);
            world.Pass(TimeSpan.FromSeconds(25));

            Assert.True(world.Venue.ReserveBudget(world.Intent) == TimeSpan.Zero);
            Assert.True(world.Venue.ReserveBudget(world.Intent) > TimeSpan.Zero);
        },
        configure: options => options.RateBudgets = true);

    [Fact]
    public void Without_the_option_nothing_is_scheduled() => VenueWorld.Connected(world =>
    {
        world.Pass(TimeSpan.FromMinutes(5));

        Assert.Empty(world.Info.Actions);
    });

    [Fact]
    public void What_it_ends_is_canceled_in_the_venues_word() => Armed(world =>
    {
        world.Place(1);
        world.AnswerStatus("""{"resting":{"oid":5}}""");
        world.PushUpdate($$$"""{"coin":"BTC","side":"B","limitPx":"50000","sz":"0.02","oid":5,"timestamp":1767323045000,"origSz":"0.02","cloid":"{{{VenueWorld.CloidOf(1)}}}"}""", "scheduledCancel");

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((DoneCause.Canceled, "scheduledCancel", Quantity.Zero), (done.Cause, done.Words, done.Executed!.Value));
    });

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(86_400, true)]
    [InlineData(86_401, false)]
    public void Its_time_leaves_the_venues_five_seconds_and_three_tries(int seconds, bool fits)
    {
        var options = new HyperliquidOptions
        {
            Accounts = { ["A"] = new() { Address = VenueWorld.Address, Key = VenueWorld.AgentKey, DeadManSwitch = TimeSpan.FromSeconds(seconds) } },
        };

        Assert.Equal(fits ? [] : ["Accounts:A:DeadManSwitch must be within 00:00:15 … 1.00:00:00."], options.Problems());
    }

    private static bool IsComplaint(string line) => line.Contains("is NOT armed", StringComparison.Ordinal);

    private static long Now(VenueWorld world) => world.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static long StrikesAt(VenueWorld world) => world.Info.Actions[^1].GetProperty("action").GetProperty("time").GetInt64();

    private static void Armed(Action<VenueWorld> test, Action<VenueWorld>? before = null, Action<HyperliquidOptions>? configure = null) => VenueWorld.Stopped(
        world =>
        {
            before?.Invoke(world);
            world.Start();
            world.Pass(TimeSpan.FromSeconds(1));
            world.Clock.Advance(TimeSpan.Zero);
            test(world);
            Assert.False(world.Running.IsFaulted, world.Running.Exception?.ToString());
        },
        options =>
        {
            options.Accounts[VenueWorld.Account.Value].DeadManSwitch = Delay;
            configure?.Invoke(options);
        });
}
