using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes.HyperEth;

public sealed class HyperEthSetupTests
{
    private const string Other = "0x2222222222222222222222222222222222222222";

    [Theory]
    [InlineData("""{"role":"user"}""", """{"role":"missing"}""", "is no agent of " + VenueWorld.Address)]
    [InlineData("""{"role":"user"}""", """{"role":"agent","data":{"user":"0x2222222222222222222222222222222222222222"}}""", "it is one of " + Other)]
    [InlineData("""{"role":"user"}""", """{"role":"user"}""", "it is a user of its own")]
    [InlineData("""{"role":"subAccount","data":{"master":"0x1111111111111111111111111111111111111111"}}""", """{"role":"agent","data":{"user":"0x1111111111111111111111111111111111111111"}}""", "is a subAccount")]
    [InlineData("""{"role":"vault"}""", """{"role":"agent","data":{"user":"0x1111111111111111111111111111111111111111"}}""", "is a vault")]
    public void A_wallet_that_would_not_trade_for_the_account_stops_the_venue_with_one_sentence(string account, string wallet, string words) => VenueWorld.Stopped(
        world =>
        {
            var usual = world.Info.Answers["userRole"];
            world.Info.Answers["userRole"] = request => request.GetProperty("user").GetString() switch
            {
                VenueWorld.Address => account,
                VenueWorld.Wallet => wallet,
                _ => usual(request),
            };
            world.Start();

            var failure = Assert.IsType<HyperliquidSetupException>(world.Running.Exception!.InnerException);
            Assert.Contains(words, failure.Message, StringComparison.Ordinal);
            Assert.Contains("Accounts:DEFAULT:HyperEthWallet", failure.Message, StringComparison.Ordinal);
            Assert.Empty(world.Network.Sockets);
        },
        VenueWorld.UseHyperEth);

    [Fact]
    public void The_wallet_that_the_gateway_signs_with_is_not_one_that_somebody_else_may_use() => VenueWorld.Stopped(
        world =>
        {
            world.Start();

            Assert.Contains("each other's nonces", world.Running.Exception!.InnerException!.Message, StringComparison.Ordinal);
        },
        options =>
        {
            VenueWorld.UseHyperEth(options);
            options.Accounts[VenueWorld.Account.Value].HyperEthWallet = VenueWorld.Agent;
        });

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("ümlaut")]
    public void A_key_that_no_header_can_carry_stops_the_venue_without_showing_it(string key) => VenueWorld.Stopped(
        world =>
        {
            world.Start();

            var failure = Assert.IsType<HyperliquidSetupException>(world.Running.Exception!.InnerException);
            Assert.Contains("HyperEth:KeyFile", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(key, failure.ToString(), StringComparison.Ordinal);
        },
        options =>
        {
            VenueWorld.UseHyperEth(options);
            options.HyperEth.Key = key;
        });

    [Fact]
    public async Task A_key_file_may_end_with_a_line_break()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "from-a-file\n", TestContext.Current.CancellationToken);

        Assert.Equal("from-a-file", await ApiKey.ReadAsync(new() { KeyFile = file }, TestContext.Current.CancellationToken));
        File.Delete(file);
        var failure = await Assert.ThrowsAsync<HyperliquidSetupException>(() => ApiKey.ReadAsync(new() { KeyFile = file }, TestContext.Current.CancellationToken));
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HyperliquidNetwork.Simulator, "k", "http://127.0.0.1:1", VenueWorld.Wallet)]
    [InlineData(HyperliquidNetwork.Mainnet, "k", null, VenueWorld.Wallet)]
    [InlineData(HyperliquidNetwork.Mainnet, null, null, VenueWorld.Wallet, "Accounts:A:HyperEthWallet needs an API key: set HyperEth:KeyFile.")]
    [InlineData(HyperliquidNetwork.Mainnet, "k", null, null, "HyperEth has a key and no account uses it: set Accounts:<NAME>:HyperEthWallet to the agent wallet that HyperETH keeps for that account.")]
    [InlineData(HyperliquidNetwork.Mainnet, "k", "http://api.hypereth.io", VenueWorld.Wallet, "HyperEth:Url must begin with https: the API key travels with every order.")]
    [InlineData(HyperliquidNetwork.Testnet, "k", null, VenueWorld.Wallet, "HyperEth:Url must be set except on mainnet: nothing else is served by the aggregator's own address.")]
    [InlineData(HyperliquidNetwork.Mainnet, "k", "ftp://x", VenueWorld.Wallet, "HyperEth:Url must be an absolute http or https URL.")]
    [InlineData(HyperliquidNetwork.Mainnet, "k", null, "0x12", "Accounts:A:HyperEthWallet must be 0x and 40 hex digits.")]
    public void What_is_wrong_is_said_with_its_cure(HyperliquidNetwork network, string? key, string? url, string? wallet, params string[] problems)
    {
        var options = new HyperliquidOptions
        {
            Network = network,
            Accounts = { ["A"] = new HyperliquidAccountOptions { Address = VenueWorld.Address, Key = VenueWorld.AgentKey, HyperEthWallet = wallet } },
        };
        options.HyperEth.Key = key;
        options.HyperEth.Url = url is null ? null : new Uri(url);

        Assert.Equal(problems, options.Problems());
    }

    [Fact]
    public void A_builder_is_an_address()
    {
        var options = new HyperliquidOptions();
        options.HyperEth.Builder = "0x12";

        Assert.Equal(["HyperEth:Builder must be 0x and 40 hex digits."], options.Problems());
    }

    [Theory]
    [InlineData(null, "https://api.hypereth.io/v1/trade/intent")]
    [InlineData("https://mirror.test/x", "https://mirror.test/x/v1/trade/intent")]
    [InlineData("https://mirror.test/v1/trade/intent", "https://mirror.test/v1/trade/intent")]
    public void Intents_go_to_the_aggregators_or_the_configured_address(string? configured, string address) =>
        Assert.Equal(new Uri(address), new HyperEthOptions { Url = configured is null ? null : new Uri(configured) }.Intents);
}
