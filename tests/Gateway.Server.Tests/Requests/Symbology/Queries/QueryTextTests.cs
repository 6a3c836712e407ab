using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Symbology.Queries;
using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Symbology.Queries;

public sealed class QueryTextTests
{
    private static readonly ImmutableArray<Market> Markets = [.. TestMarkets.Universe.Markets.OrderBy(market => market.Id.Value, StringComparer.Ordinal)];
    private static readonly QueryIndex Index =
        new(TestMarkets.Universe.Markets, TestMarkets.Universe.Products.ToFrozenDictionary(product => product.Id));

    [Theory]
    [InlineData("!All && All || Base(\"BTC\")", "(!All && All) || Base(\"BTC\")")]
    [InlineData("Base(\"BTC\") || All && !All", "Base(\"BTC\") || (All && (!All))")]
    [InlineData("not All and All or Base(\"BTC\")", "!All&&All||Base(\"BTC\")")]
    [InlineData("  Base ( \"BTC\" )  &&Venue(\"HYPERLIQUID\")", "Base(\"BTC\") and Venue(\"HYPERLIQUID\")")]
    [InlineData("((((Base(\"BTC\")))))", "Base(\"BTC\")")]
    public void Not_binds_tightest_then_and_then_or(string text, string same) => Assert.Equal(Find(same), Find(text));

    [Theory]
    [InlineData("", 1)]
    [InlineData("   ", 4)]
    [InlineData("All &&", 7)]
    [InlineData("All All", 5)]
    [InlineData("All & All", 5)]
    [InlineData("Base(\"BTC)", 6)]
    [InlineData("Base(\"BTC\" && All", 12)]
    [InlineData("Base(BTC)", 6)]
    [InlineData("Market(\"x\")", 1)]
    [InlineData("base(\"x\")", 1)]
    [InlineData("1(\"x\")", 1)]
    [InlineData("(All", 5)]
    [InlineData("All)", 4)]
    [InlineData("and", 1)]
    [InlineData("Class(\"Perp\")", 7)]
    [InlineData("Expiration(Sometime(\"x\"))", 12)]
    [InlineData("Expiration(On(\"tomorrow\"))", 15)]
    [InlineData("Expiration(Between(\"2026-01-01T00:00:00Z\"))", 42)]
    [InlineData("All\0", 4)]
    public void A_mistake_is_told_with_its_column(string text, int column)
    {
        Assert.False(QueryText.TryParse(text, out _, out var problem));
        Assert.EndsWith($"at column {column}.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_thousand_parentheses_are_refused_not_followed() =>
        Assert.False(QueryText.TryParse(new string('(', 60_000), out _, out _));

    [Fact]
    public void Escaped_quotes_and_backslashes_stand_for_themselves()
    {
        Assert.True(QueryText.TryParse("""Base("a\"b\\c\d")""", out var query, out _));
        Assert.Equal(new Query.Where(MarketAttribute.Base, """a"b\c\d"""), query);
    }

    /// <summary>Random queries, written both ways, against asking each market by itself.</summary>
    [Fact]
    public void Text_and_objects_that_say_the_same_find_what_each_market_says_of_itself()
    {
        var random = new Random(3);
        var reader = new FieldReaders().For<Query>();
        for (var i = 0; i < 2000; i++)
        {
            var (text, json, holds) = Draw(random, depth: 4);
            using var document = JsonDocument.Parse(json);
            Assert.True(reader.TryRead(document.RootElement, out var query, out var problem), problem);
            var expected = Markets.Where(holds).Select(market => market.Id);
            Assert.Equal(expected, query.Find(Index).Pick(Index.Ids));
            Assert.Equal(expected, Find(text));
        }
    }

    private static (string Text, string Json, Func<Market, bool> Holds) Draw(Random random, int depth)
    {
        switch (depth == 0 ? random.Next(4) : random.Next(7))
        {
            case 0:
                return ("All", "\"All\"", _ => true);
            case 1:
                var symbol = Markets[random.Next(Markets.Length)].Base.Symbol;
                return Leaf("Base", symbol, market => market.Base.Symbol == symbol);
            case 2:
                return Leaf("Class", "Perpetual", market => market.Base.Class == ProductClass.Perpetual);
            case 3:
                var traded = Markets[random.Next(Markets.Length)].TradingSymbol;
                return Leaf("ExchangeSymbol", traded, market => market.TradingSymbol == traded);
            case 4:
                var inner = Draw(random, depth - 1);
                return ($"not ({inner.Text})", $$"""{"type":"Not","value":{{inner.Json}}}""", market => !inner.Holds(market));
            case 5:
                var (left, right) = (Draw(random, depth - 1), Draw(random, depth - 1));
                return ($"({left.Text}) && ({right.Text})", $$"""{"type":"And","value":[{{left.Json}},{{right.Json}}]}""", market => left.Holds(market) && right.Holds(market));
            default:
                var (one, other) = (Draw(random, depth - 1), Draw(random, depth - 1));
                return ($"({one.Text}) or ({other.Text})", $$"""{"type":"Or","value":[{{one.Json}},{{other.Json}}]}""", market => one.Holds(market) || other.Holds(market));
        }
    }

    private static (string Text, string Json, Func<Market, bool> Holds) Leaf(string type, string value, Func<Market, bool> holds) =>
        ($"{type}(\"{value}\")", $$"""{"type":"{{type}}","value":"{{value}}"}""", holds);

    private static ImmutableArray<MarketId> Find(string text)
    {
        Assert.True(QueryText.TryParse(text, out var query, out var problem), problem);
        return query.Find(Index).Pick(Index.Ids);
    }
}
