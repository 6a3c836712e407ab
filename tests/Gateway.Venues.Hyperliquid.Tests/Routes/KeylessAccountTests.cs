using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

/// <summary>An account that has the wallet of an aggregator and no key of its own.</summary>
public sealed class KeylessAccountTests
{
    private const string Missing = "account DEFAULT has no key of its own, without which nothing can be canceled: set Accounts:DEFAULT:KeyFile";

    [Fact]
    public void It_is_watched_without_an_order_connection() => VenueWorld.Connected(
        world =>
        {
            world.PushFill("""{"coin":"BTC","px":"50000.0","sz":"0.02","side":"B","time":1767323045000,"startPosition":"0.0","dir":"Open Long","closedPnl":"0.0","hash":"0x1","oid":7,"crossed":true,"fee":"0.3","tid":8,"feeToken":"USDC"}""");
            world.Reconcile(1, fillsSince: null);

            Assert.Single(world.Of<VenueEvent.OrderFilled>());
            Assert.Single(world.Of<VenueEvent.AccountReconciled>());
            Assert.All(world.Network.Sockets, socket => Assert.True(socket.IsStream));
        },
        WithoutKey);

    [Fact]
    public void Its_orders_are_refused_by_either_route_with_the_cure() => VenueWorld.Connected(
        world =>
        {
            Assert.Contains($"by route HYPERETH: {Missing}", world.Venue.RefusalOf(world.Intent with { Market = world.BtcByIntent }), StringComparison.Ordinal);
            Assert.Contains($"by route DIRECT: {Missing}", world.Venue.RefusalOf(world.Intent), StringComparison.Ordinal);
            Assert.Empty(world.Info.Aggregator.Requests);
        },
        WithoutKey);

    [Fact]
    public void The_cancel_of_an_order_that_an_earlier_setup_has_left_is_refused_once() => VenueWorld.Connected(
        world =>
        {
            world.Cancel(1, "5");
            world.Cancel(1, "5");
            world.Cancel(2);

            Assert.Equal([new OrderId(1), new OrderId(2)], world.Of<VenueEvent.CancelRejected>().Select(refused => refused.Order));
            Assert.All(world.Of<VenueEvent.CancelRejected>(), refused => Assert.Contains(Missing, refused.Reason, StringComparison.Ordinal));
        },
        WithoutKey);

    [Fact]
    public void It_does_not_keep_others_from_trading() => VenueWorld.Stopped(
        world =>
        {
            world.Start();
            Assert.Equal([VenueWorld.Account, new AccountName("KEYLESS")], world.Of<VenueEvent.AccountConnected>().Select(connected => connected.Account).OrderBy(account => account.Value));

            world.Place(1);
            Assert.Single(world.Orders.Posts);
            world.Orders.Break();
            world.Run();

            Assert.Equal([VenueWorld.Account], world.Of<VenueEvent.AccountDisconnected>().Select(gone => gone.Account));
        },
        options =>
        {
            VenueWorld.UseHyperEth(options);
            options.Accounts["KEYLESS"] = new() { Address = VenueWorld.Address, HyperEthWallet = VenueWorld.Wallet };
        });

    [Theory]
    [InlineData("""{"role":"missing"}""", "does not know the address")]
    [InlineData("""{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", "is the address of an agent")]
    [InlineData("""{"role":"vault"}""", "is a vault")]
    public void An_address_that_cannot_be_its_own_stops_the_venue(string role, string words) => VenueWorld.Stopped(
        world =>
        {
            var usual = world.Info.Answers["userRole"];
            world.Info.Answers["userRole"] = request => request.GetProperty("user").GetString() == VenueWorld.Address ? role : usual(request);
            world.Start();

            Assert.Contains(words, Assert.IsType<HyperliquidSetupException>(world.Running.Exception!.InnerException).Message, StringComparison.Ordinal);
        },
        WithoutKey);

    [Fact]
    public void A_dead_mans_switch_needs_somebody_who_signs()
    {
        var options = new HyperliquidOptions
        {
            Network = HyperliquidNetwork.Mainnet,
            Accounts = { ["A"] = new() { Address = VenueWorld.Address, HyperEthWallet = VenueWorld.Wallet, DeadManSwitch = TimeSpan.FromMinutes(1) } },
        };
        options.HyperEth.Key = "k";

        Assert.Equal(["Accounts:A:DeadManSwitch needs a key that arms it: set Accounts:A:KeyFile."], options.Problems());
    }

    private static void WithoutKey(HyperliquidOptions options)
    {
        VenueWorld.UseHyperEth(options);
        options.Accounts[VenueWorld.Account.Value].Key = null;
    }
}
