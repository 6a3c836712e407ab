using Gateway.Orders.Halts;
using Gateway.Orders.Tests.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Halts;

public sealed class HaltTests
{
    private static readonly AccountName Account = new(Trading.AccountName);

    public static TheoryData<string, string[], string[]> Every => new()
    {
        { "Global", [], [] },
        { "Venue", ["HYPERLIQUID"], ["ELSEWHERE"] },
        { "Route", ["DIRECT"], ["SLOW"] },
        { "VenueRoute", ["HYPERLIQUID", "DIRECT"], ["HYPERLIQUID", "SLOW"] },
        { "TradableProduct", [Trading.Btc.Market.Value], [Trading.Eth.Market.Value] },
        { "Account", [Trading.AccountName], ["ANOTHER"] },
    };

    [Theory]
    [MemberData(nameof(Every))]
    public void Covers_what_it_names_and_nothing_else(string kind, string[] here, string[] elsewhere)
    {
        var halt = Halt.Of(kind, [.. here])!;
        Assert.True(halt.Covers(Account, Trading.Btc));
        if (here.Length > 0)
            Assert.False(Halt.Of(kind, [.. elsewhere])!.Covers(Account, Trading.Btc));
        Assert.Null(Halt.Of(kind, [.. here, "MORE"]));
        Assert.Equal(halt, Halt.Of(kind, [.. here]));
        Assert.Equal((kind, string.Join('|', here)), (halt.Kind, string.Join('|', halt.Names)));
    }

    [Fact]
    public void The_table_is_whole() => Assert.Equal(
        typeof(Halt).Assembly.GetTypes().Where(type => type.BaseType == typeof(Halt)).Select(type => type.Name).Order(),
        Every.Select(row => Halt.Of(row.Data.Item1, [.. row.Data.Item2])!.GetType().Name).Order());

    [Fact]
    public void A_halt_keeps_its_first_author_and_ends_alone()
    {
        HaltBook book = new();
        Actor first = new("desk", "A", null);
        book.Halt(new(new VenueHalt(new("HYPERLIQUID")), first, DateTimeOffset.UnixEpoch));
        book.Halt(new(new VenueHalt(new("HYPERLIQUID")), new("other", "B", null), DateTimeOffset.MaxValue));
        book.Halt(new(new AccountHalt(Account), first, DateTimeOffset.UnixEpoch));
        Assert.Equal(["Venue HYPERLIQUID", "Account DEFAULT"], book.Covering(Account, Trading.Btc).Select(halt => halt.Halt.ToString()));
        Assert.Equal(first, book.Active[0].By);

        book.Resume(new GlobalHalt());
        book.Resume(new VenueHalt(new("HYPERLIQUID")));
        Assert.Equal("Account DEFAULT", Assert.Single(book.Active).Halt.ToString());
        Assert.Empty(book.Covering(new("ANOTHER"), Trading.Btc));
    }
}
