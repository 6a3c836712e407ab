using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Tests.Info;

public sealed class TimePagesTests
{
    [Theory]
    [InlineData(1, 3, 10_000)]
    [InlineData(2, 499, 1)]
    [InlineData(3, 1_750, 40)]
    [InlineData(4, 5_000, 4)]
    public async Task Every_item_is_read_once_however_pages_are_cut(int seed, int count, int spread)
    {
        var chance = new Random(seed);
        var rows = Enumerable.Range(0, count).Select(number => new Row(number / 3 * spread, number)).ToArray();
        var (items, asked) = await ReadAsync(rows, most: 10_000, chance);

        Assert.Equal(rows, items.Items.OrderBy(row => row.Number));
        Assert.Equal(items.Items.Select(row => row.Time).Order(), items.Items.Select(row => row.Time));
        Assert.True(items.IsComplete);
        Assert.True(asked <= (count / 490) + 1, $"{asked} pages");
    }

    [Fact]
    public async Task A_page_within_one_millisecond_is_noticed_and_passed()
    {
        var rows = Enumerable.Range(0, 700).Select(number => new Row(1000, number)).Append(new Row(2000, 700)).ToArray();
        var (items, _) = await ReadAsync(rows, most: 10_000);

        Assert.False(items.IsComplete);
        Assert.Contains(rows[700], items.Items);
    }

    [Fact]
    public async Task More_than_is_wanted_is_cut_and_said()
    {
        var (items, asked) = await ReadAsync([.. Enumerable.Range(0, 3000).Select(number => new Row(number, number))], most: 1200);

        Assert.Equal((1200, false, 3), (items.Items.Length, items.IsComplete, asked));
        Assert.Equal(1199, items.Items[^1].Number);
    }

    // A venue whose pages hold 500, in any order.
    private static async Task<(TimePages<Row> Items, int Asked)> ReadAsync(Row[] rows, int most, Random? chance = null)
    {
        var asked = 0;
        var pages = await TimePages.ReadAsync(
            since =>
            {
                asked++;
                var page = rows.Where(row => row.Time >= since).Take(500).ToArray();
                chance?.Shuffle(page);
                return Task.FromResult(page.ToImmutableArray());
            },
            row => row.Time,
            since: 0,
            most);
        return (pages, asked);
    }

    private sealed record Row(long Time, int Number);
}
