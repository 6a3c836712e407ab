using System.Globalization;

namespace Gateway.Venues.Tests;

public sealed class PriceGridTests
{
    [Theory]
    [InlineData(5, "1234.5", true)]
    [InlineData(5, "1234.56", false)]
    [InlineData(6, "0.001234", true)]
    [InlineData(6, "0.0012345", false)]
    [InlineData(5, "0.01234", true)]
    [InlineData(5, "0.012345", false)]
    [InlineData(6, "123456", true)]
    [InlineData(6, "12345.6", false)]
    [InlineData(1, "123.4", true)]
    [InlineData(1, "123.45", false)]
    [InlineData(8, "0.0001234", true)]
    [InlineData(7, "0.0001234", true)]
    [InlineData(6, "0.0001234", false)]
    [InlineData(5, "0.00012", true)]
    [InlineData(1, "98765", true)]
    [InlineData(1, "98765.5", false)]
    [InlineData(2, "2627.9", true)]
    [InlineData(2, "2627.95", false)]
    [InlineData(4, "99.123", true)]
    [InlineData(4, "128.511", false)]
    public void Five_figures_and_the_market_s_decimals_decide(int decimals, string price, bool valid) =>
        Assert.Equal(valid, new PriceGrid(decimals, 5).Contains(Price(price)));

    [Theory]
    [InlineData(6, "12345.6", "12345", "12346")]
    [InlineData(6, "0.00123456", "0.001234", "0.001235")]
    [InlineData(6, "0.1234567", "0.12345", "0.12346")]
    [InlineData(1, "123.456", "123.4", "123.5")]
    [InlineData(8, "0.000123456", "0.00012345", "0.00012346")]
    [InlineData(5, "0.0001234", "0.00012", "0.00013")]
    [InlineData(6, "1234567", "1234567", "1234567")]
    [InlineData(6, "99999.5", "99999", "100000")]
    [InlineData(6, "9.99999", "9.9999", "10")]
    public void The_neighbours_are_the_nearest_valid_prices(int decimals, string price, string below, string above)
    {
        var grid = new PriceGrid(decimals, 5);
        Assert.Equal((Price(below), Price(above)), (grid.AtOrBelow(Price(price)), grid.AtOrAbove(Price(price))));
    }

    [Fact]
    public void Below_the_finest_tick_there_is_nothing() => Assert.Null(new PriceGrid(1, 5).AtOrBelow(Price("0.01")));

    [Fact]
    public void Without_significant_figures_only_decimals_count()
    {
        var grid = new PriceGrid(2, significantFigures: null);
        Assert.True(grid.Contains(Price("1234567.89")));
        Assert.False(grid.Contains(Price("0.001")));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(29, 5)]
    [InlineData(2, 0)]
    [InlineData(2, 29)]
    public void Impossible_grids_are_refused(int decimals, int figures) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceGrid(decimals, figures));

    [Fact]
    public void Neighbours_are_valid_enclose_the_price_and_leave_no_valid_price_between()
    {
        var random = new Random(20260102);
        for (var round = 0; round < 5000; round++)
        {
            var grid = new PriceGrid(random.Next(0, 9), 5);
            var price = new Price(Math.Max(1, random.NextInt64(1, 10_000_000_000)) / (decimal)Math.Pow(10, random.Next(0, 10)));
            var above = grid.AtOrAbove(price)!.Value;
            Assert.True(grid.Contains(above) && ByText(grid, above) && above >= price, $"{grid} {price} {above}");
            Assert.Equal(ByText(grid, price), grid.Contains(price));
            if (grid.AtOrBelow(price) is not { } below)
            {
                Assert.True(price.Value < grid.FinestTick);
                continue;
            }

            Assert.True(grid.Contains(below) && ByText(grid, below) && below <= price, $"{grid} {price} {below}");
            Assert.Equal(grid.Contains(price), below == above);
            if (below != above)
                Assert.False(grid.Contains(new Price((below.Value + above.Value) / 2)), $"{grid} {price}");
        }
    }

    // The rule read off the digits, without arithmetic.
    private static bool ByText(PriceGrid grid, Price price)
    {
        var text = price.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return true;
        var figures = text.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
        return text.Length - point - 1 <= grid.MaxDecimals && figures <= grid.SignificantFigures;
    }

    private static Price Price(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));
}
