using System.Globalization;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Tests.Markets;

public sealed class TickAndLotTests
{
    private static readonly Token Quote = new(0, "USDC", 8, 8);
    private static readonly PerpDex Dex = new(0, "", "", Quote);

    [Theory]
    [InlineData(1, "1234.5", true)]
    [InlineData(1, "1234.56", false)]
    [InlineData(0, "0.001234", true)]
    [InlineData(0, "0.0012345", false)]
    [InlineData(1, "0.01234", true)]
    [InlineData(1, "0.012345", false)]
    [InlineData(0, "123456", true)]
    [InlineData(0, "12345.6", false)]
    [InlineData(5, "123.4", true)]
    [InlineData(5, "123.45", false)]
    [InlineData(5, "98765", true)]
    [InlineData(5, "98765.0", true)]
    [InlineData(4, "2627.9", true)]
    [InlineData(4, "2627.95", false)]
    public void Takes_perp_prices_of_five_figures_and_few_decimals(int szDecimals, string px, bool valid) =>
        Assert.Equal(valid, new Perp(Dex, "X", szDecimals, 10, 1).AcceptsPrice(decimal.Parse(px, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0.0001234", true)]
    [InlineData(1, "0.0001234", true)]
    [InlineData(2, "0.0001234", false)]
    [InlineData(3, "0.00012", true)]
    [InlineData(3, "0.000123", false)]
    public void Takes_spot_prices_of_eight_decimals_less_the_lot(int szDecimals, string px, bool valid)
    {
        var pair = new SpotPair(1, new(1, "X", szDecimals, 8), Quote, isCanonical: false, 1);
        Assert.Equal(valid, pair.AcceptsPrice(decimal.Parse(px, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Rounds_to_prices_it_takes_that_are_next_to_each_other()
    {
        var chance = new Random(1);
        foreach (var instrument in Universe.For(Chain.Mainnet).All)
        {
            for (var i = 0; i < 200; i++)
            {
                var px = instrument.StartPx * ((decimal)chance.NextDouble() + 0.5m);
                var (below, above) = (instrument.PriceAtOrBelow(px), instrument.PriceAtOrAbove(px));
                Assert.True(instrument.AcceptsPrice(below) && instrument.AcceptsPrice(above), $"{instrument.Coin} {px}");
                Assert.InRange(px, below, above);
                Assert.True(above - below <= instrument.TickAt(px), $"{instrument.Coin} {px}");
            }
        }
    }

    [Fact]
    public void Lists_what_the_venue_lists_under_its_ids()
    {
        var mainnet = Universe.For(Chain.Mainnet);
        Assert.Equal(["BTC", "ETH"], mainnet.Perps.Take(2).Select(perp => perp.Coin));
        Assert.Equal("PURR/USDC", mainnet.Find(10_000)!.Coin);
        Assert.Equal(("@107", "HYPE", 150), mainnet.Find(10_107) is SpotPair pair ? (pair.Coin, pair.Base.Name, pair.Base.Index) : default);
        Assert.Equal(3, Universe.For(Chain.Testnet).Find("BTC")!.Asset);
        Assert.Equal(1105, ((SpotPair)Universe.For(Chain.Testnet).Find("@1035")!).Base.Index);
        Assert.All(mainnet.Tokens.Index(), token => Assert.Equal(token.Index, token.Item.Index));
    }
}
