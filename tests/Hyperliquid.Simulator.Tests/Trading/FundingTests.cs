using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

public sealed class FundingTests
{
    private readonly TestVenue venue = new();
    private readonly Trader buyer;
    private readonly Trader seller;

    public FundingTests()
    {
        (buyer, seller) = (venue.Trader(1), venue.Trader(2));
        seller.Resting(0, buy: false, 100_000, 1);
        buyer.Order(0, buy: true, 100_000, 1);
    }

    [Fact]
    public void Is_nothing_until_a_rate_is_set()
    {
        var cash = Cash(buyer);
        Pass(24);
        Assert.Equal(cash, Cash(buyer));
        Assert.Equal("[]", Fundings(buyer).ToJsonString());
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("-0.0001")]
    public void Moves_from_the_one_side_to_the_other_every_hour(string perHour)
    {
        var rate = decimal.Parse(perHour);
        var (bought, sold) = (Cash(buyer), Cash(seller));
        venue.Admin("POST", "/sim/funding", new JsonObject { ["coin"] = "BTC", ["rate"] = rate });
        Pass(3);
        Assert.Equal(-3 * 100_000 * rate, Cash(buyer) - bought);
        Assert.Equal(3 * 100_000 * rate, Cash(seller) - sold);
        Assert.Equal(3, Fundings(seller).Count);
        var position = venue.Info($$"""{"type":"clearinghouseState","user":"{{buyer.Address}}"}""")!["assetPositions"]![0]!["position"]!;
        Assert.Equal(3 * 100_000 * rate, decimal.Parse((string)position["cumFunding"]!["sinceOpen"]!));
        Assert.Equal(3, venue.Info("""{"type":"fundingHistory","coin":"BTC","startTime":0}""")!.AsArray().Count);
    }

    [Fact]
    public void Is_told_in_pages_that_overlap_by_their_boundary()
    {
        venue.Admin("POST", "/sim/funding", JsonNode.Parse("""{"coin":"BTC","rate":0.00001}"""));
        Pass(600);
        var first = Fundings(buyer);
        Assert.Equal(500, first.Count);
        var last = (long)first.Last()!["time"]!;
        var second = Fundings(buyer, last);
        Assert.Equal((last, 101), ((long)second[0]!["time"]!, second.Count));
    }

    private void Pass(int hours) => venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = hours * 3_600_000L });

    private decimal Cash(Trader trader) => decimal.Parse((string)venue.State(trader.Address)["rawUsd"]!);

    private JsonArray Fundings(Trader trader, long since = 0) =>
        venue.Info($$"""{"type":"userFunding","user":"{{trader.Address}}","startTime":{{since}}}""")!.AsArray();
}
