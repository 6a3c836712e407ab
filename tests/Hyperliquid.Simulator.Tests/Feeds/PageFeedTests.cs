namespace Hyperliquid.Simulator.Tests.Feeds;

/// <summary>Feeds that the venue's own page lives on.</summary>
public sealed class PageFeedTests
{
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly TestSocket socket;

    public PageFeedTests() => (maker, socket) = (venue.Trader(1), venue.Connect());

    [Theory]
    [InlineData(false, "Resting order filled: Sold 0.05 BTC at $100000")]
    [InlineData(true, "Resting order filled: Bought 0.05 BTC at $100000")]
    public void A_resting_order_that_is_filled_is_told_in_a_sentence(bool buy, string text)
    {
        socket.Subscribe($$"""{"type":"notification","user":"{{maker.Address}}"}""");
        maker.Resting(0, buy, 100_000, 0.1m);
        venue.Trader(2).Order(0, !buy, 100_000, 0.05m);

        var told = Assert.Single(socket.Take(), frame => (string?)frame["channel"] == "notification");
        Assert.Equal(text, (string?)told["data"]!["notification"]);
    }

    [Fact]
    public void Who_takes_is_told_nothing()
    {
        var taker = venue.Trader(2);
        socket.Subscribe($$"""{"type":"notification","user":"{{taker.Address}}"}""");
        maker.Resting(0, buy: false, 100_000, 0.1m);
        taker.Order(0, buy: true, 100_000, 0.05m);

        Assert.Equal(["subscriptionResponse"], socket.TakeChannels());
    }

    [Fact]
    public void The_page_is_told_who_signs_what_came_and_what_is_in_vaults()
    {
        socket.Subscribe($$"""{"type":"webData3","user":"{{maker.Address}}"}""");

        var data = socket.Take()[1]["data"]!;
        Assert.Equal(
            (maker.Address, "1000000.0", false, venue.Now),
            ((string?)data["userState"]!["user"], (string?)data["userState"]!["cumLedger"], (bool)data["userState"]!["isVault"]!, (long)data["userState"]!["serverTime"]!));
        Assert.Equal("0.0", (string?)data["perpDexStates"]![0]!["totalVaultEquity"]);
    }

    [Fact]
    public void The_older_page_is_refused_as_newer_servers_do()
    {
        socket.Subscribe($$"""{"type":"webData2","user":"{{maker.Address}}"}""");

        Assert.StartsWith("Invalid subscription", (string?)Assert.Single(socket.Take())["data"], StringComparison.Ordinal);
    }
}
