using System.Globalization;

namespace Gateway.Venues.Tests;

public sealed class LotGridTests
{
    [Theory]
    [InlineData("0.01", "123.456789", "123.45", "123.46")]
    [InlineData("0.00001", "0.00061", "0.00061", "0.00061")]
    [InlineData("1", "7.5", "7", "8")]
    [InlineData("100", "250", "200", "300")]
    public void The_neighbours_are_whole_lots(string lot, string quantity, string below, string above)
    {
        var grid = new LotGrid(Number(lot));
        Assert.Equal((Quantity(below), Quantity(above)), (grid.AtOrBelow(Quantity(quantity)), grid.AtOrAbove(Quantity(quantity))));
        Assert.Equal(below == above, grid.Contains(Quantity(quantity)));
    }

    [Fact]
    public void Less_than_a_lot_has_nothing_below() => Assert.Null(new LotGrid(1).AtOrBelow(Quantity("0.5")));

    [Fact]
    public void A_lot_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => new LotGrid(0));

    [Fact]
    public void Neighbours_are_whole_lots_around_the_quantity_and_one_lot_apart()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2000; round++)
        {
            var grid = new LotGrid(1m / (decimal)Math.Pow(10, random.Next(0, 9)));
            var quantity = new Quantity(random.NextInt64(1, 1_000_000_000_000) / 10_000_000_000m);
            var above = grid.AtOrAbove(quantity)!.Value;
            var below = grid.AtOrBelow(quantity) ?? default;
            Assert.True(grid.Contains(above) && grid.Contains(below) && below <= quantity && quantity <= above);
            Assert.Equal(grid.Contains(quantity) ? 0 : grid.Lot, above.Value - below.Value);
        }
    }

    private static Quantity Quantity(string text) => new(Number(text));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
