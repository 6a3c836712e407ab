using System.Net;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests;

public sealed class SetupTests
{
    private const string Other = "0x2222222222222222222222222222222222222222";

    [Theory]
    [InlineData("""{"role":"missing"}""", """{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", "does not know the address")]
    [InlineData("""{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", """{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", "is the address of an agent of " + Other)]
    [InlineData("""{"role":"user"}""", """{"role":"missing"}""", "never approved, expired or revoked")]
    [InlineData("""{"role":"user"}""", """{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", "an agent of " + Other)]
    [InlineData("""{"role":"user"}""", """{"role":"user"}""", "an account of its own")]
    [InlineData("""{"role":"subAccount","data":{"master":"0x2222222222222222222222222222222222222222"}}""", """{"role":"agent","data":{"user":"0x3333333333333333333333333333333333333333"}}""", "is a subaccount of " + Other)]
    [InlineData("""{"role":"vault"}""", """{"role":"missing"}""", "vault's leader")]
    public void A_key_that_may_not_trade_for_the_account_stops_the_venue_with_one_sentence(string account, string? signer, string words) => VenueWorld.Stopped(world =>
    {
        var usual = world.Info.Answers["userRole"];
        world.Info.Answers["userRole"] = request =>
            request.GetProperty("user").GetString() == VenueWorld.Address ? account : signer ?? usual(request);
        world.Start();

        var failure = Assert.IsType<HyperliquidSetupException>(world.Running.Exception!.InnerException);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Empty(world.Network.Sockets);
    });

    [Theory]
    [InlineData("""{"role":"subAccount","data":{"master":"0x2222222222222222222222222222222222222222"}}""", """{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""")]
    [InlineData("""{"role":"vault"}""", """{"role":"user"}""")]
    public void Orders_of_a_subaccount_or_vault_name_it(string account, string signer) => VenueWorld.Stopped(world =>
    {
        world.Info.Answers["userRole"] = request => request.GetProperty("user").GetString() == VenueWorld.Address ? account : signer;
        world.Start();
        world.Place(1);

        Assert.Equal(VenueWorld.Address, Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload").GetProperty("vaultAddress").GetString());
    });

    [Fact]
    public void An_account_whose_agent_signs_is_not_asked_about() => VenueWorld.Stopped(world =>
    {
        world.Start();

        Assert.Equal([VenueWorld.Agent], world.Info.Of("userRole").Select(asked => asked.GetProperty("user").GetString()));
    });

    [Fact]
    public void An_unreachable_venue_is_waited_for() => VenueWorld.Stopped(world =>
    {
        world.Info.Status = HttpStatusCode.BadGateway;
        world.Start();
        world.Pass(TimeSpan.FromSeconds(10));
        Assert.False(world.Running.IsCompleted);
        Assert.Empty(world.Venue.MarketData.Universe.Markets);

        world.Info.Status = HttpStatusCode.OK;
        world.Pass(TimeSpan.FromMinutes(1));

        Assert.NotEmpty(world.Venue.MarketData.Universe.Markets);
        Assert.Single(world.Of<VenueEvent.AccountConnected>());
    });

    [Fact]
    public void Neither_key_nor_the_path_of_the_info_address_is_ever_shown() => VenueWorld.Stopped(
        world =>
        {
            world.Info.Status = HttpStatusCode.TooManyRequests;
            world.Start();
            world.Pass(TimeSpan.FromSeconds(5));
            world.Info.Status = HttpStatusCode.OK;
            world.Pass(TimeSpan.FromSeconds(30));
            world.Place(1);
            world.Info.Status = HttpStatusCode.BadGateway;
            world.Reconcile(1, fillsSince: null, world.Live(1));
            world.Orders.Break();
            world.Stream.Break();
            world.Pass(TimeSpan.FromMinutes(2));

            var shown = string.Join('\n', world.Log.Lines.Concat(world.Heard.Select(heard => heard.ToString())));
            Assert.Contains("info.test", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(VenueWorld.AgentKey[2..], shown, StringComparison.OrdinalIgnoreCase);
        },
        options => options.InfoUrl = new Uri("https://info.test/v2/s3cret/info"));

    [Fact]
    public void Every_wrong_option_is_named_at_once()
    {
        var options = new HyperliquidOptions
        {
            ReplyTimeout = TimeSpan.Zero,
            QueueCapacity = 0,
            Accounts = { ["A"] = new HyperliquidAccountOptions { Address = "0x12" } },
        };

        Assert.Equal(
            ["Accounts:A:Address must be 0x and 40 hex digits.", "Accounts:A must have either a Key or a KeyFile.",
                "ReplyTimeout must be within 00:00:00.1000000 … 00:01:00.", "QueueCapacity must be within 1 … 100000."],
            options.Problems());
    }

    [Fact]
    public void A_key_that_is_none_stops_the_venue_without_showing_it() => VenueWorld.Stopped(
        world =>
        {
            world.Start();

            var failure = Assert.IsType<HyperliquidSetupException>(world.Running.Exception!.InnerException);
            Assert.DoesNotContain("c0ffee", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        },
        options => options.Accounts[VenueWorld.Account.Value].Key = "0xc0ffee");

    [Theory]
    [InlineData(HyperliquidNetwork.Mainnet, null, "https://api.hyperliquid.xyz/info")]
    [InlineData(HyperliquidNetwork.Testnet, null, "https://api.hyperliquid-testnet.xyz/info")]
    [InlineData(HyperliquidNetwork.Mainnet, "https://mirror.test/v2/key", "https://mirror.test/v2/key/info")]
    [InlineData(HyperliquidNetwork.Mainnet, "https://mirror.test/v2/key/info", "https://mirror.test/v2/key/info")]
    public void Information_is_asked_for_at_the_network_s_or_the_configured_address(HyperliquidNetwork network, string? configured, string address) =>
        Assert.Equal(new Uri(address), new HyperliquidOptions { Network = network, InfoUrl = configured is null ? null : new Uri(configured) }.Info);

    [Theory]
    [InlineData(null, "wss://api.hyperliquid.xyz/ws")]
    [InlineData("ws://127.0.0.1:3001/ws", "ws://127.0.0.1:3001/ws")]
    [InlineData("http://127.0.0.1:3001", "ws://127.0.0.1:3001/ws")]
    public void Sockets_connect_to_the_network_s_or_the_configured_address(string? configured, string address) => Assert.Equal(
        new Uri(address),
        new HyperliquidOptions { Network = HyperliquidNetwork.Mainnet, WebSocketUrl = configured is null ? null : new Uri(configured) }.WebSocket);
}
