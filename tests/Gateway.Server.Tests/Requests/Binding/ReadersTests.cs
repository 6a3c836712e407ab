using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Binding;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Binding;

public sealed class ReadersTests
{
    private static readonly FieldReaders Readers = new();

    [Theory]
    [InlineData("\"0.00001\"", "0.00001")]
    [InlineData("0.1", "0.1")]
    [InlineData("\"-5\"", "-5")]
    [InlineData("1e3", "1000")]
    public void Decimals_are_read_exactly_as_text_or_number(string json, string value) => Assert.Equal(value, Plain.Format(Read<decimal>(json)));

    [Theory]
    [InlineData("\"1e3\"")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"--1\"")]
    [InlineData("\"1.\"")]
    [InlineData("\".5\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"١\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public void What_is_no_plain_decimal_is_refused(string json) => Assert.Contains("plain notation", Refused<decimal>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Buy\"", Side.Buy)]
    [InlineData("\"SELL\"", Side.Sell)]
    [InlineData("\"sell\"", Side.Sell)]
    public void Directions_come_in_any_case(string json, Side side) => Assert.Equal(side, Read<Side>(json));

    [Theory]
    [InlineData("\"Hold\"")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    [InlineData("\"Buy, Sell\"")]
    public void Other_directions_are_refused_with_the_names_that_there_are(string json) =>
        Assert.Equal("must be one of \"Buy\", \"Sell\".", Refused<Side>(json));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"42\"", 42)]
    [InlineData("9007199254740991", 9007199254740991)]
    public void Order_ids_come_as_integers_or_digits(string json, long id) => Assert.Equal(new OrderId(id), Read<OrderId>(json));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("9007199254740992")]
    [InlineData("\"+1\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Other_order_ids_are_refused(string json) => Assert.Contains("2^53", Refused<OrderId>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"2026-01-02T03:04:05Z\"", 0)]
    [InlineData("\"2026-01-02T03:04:05.678901Z\"", 678901)]
    [InlineData("\"2026-01-02T05:04:05.678901+02:00\"", 678901)]
    public void Timestamps_carry_their_offset(string json, int microseconds) =>
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(microseconds), Read<DateTimeOffset>(json));

    [Theory]
    [InlineData("\"2026-01-02T03:04:05\"")]
    [InlineData("\"2026-01-02\"")]
    [InlineData("\"2026-02-30T00:00:00Z\"")]
    [InlineData("1767323045")]
    public void Timestamps_without_offset_are_refused(string json) => Assert.Contains("RFC 3339", Refused<DateTimeOffset>(json), StringComparison.Ordinal);

    [Fact]
    public void Lists_name_the_elements_that_are_wrong() =>
        Assert.Equal(
            "[1] must be an order id: an integer within 1 … 2^53−1, or a string of its digits. [3] must be an order id: an integer within 1 … 2^53−1, or a string of its digits.",
            Refused<ImmutableArray<OrderId>>("[1, \"x\", 2, null]"));

    [Fact]
    public void Lists_have_at_most_a_thousand_elements()
    {
        Assert.Equal(1000, Read<ImmutableArray<OrderId>>($"[{string.Join(',', Enumerable.Range(1, 1000))}]").Length);
        Assert.Contains("1000", Refused<ImmutableArray<OrderId>>($"[{string.Join(',', Enumerable.Range(1, 1001))}]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Global\"")]
    [InlineData("{\"type\":\"Global\"}")]
    [InlineData("{\"type\":\"Global\",\"value\":null}")]
    public void A_variant_without_payload_may_be_its_bare_name(string json) => Assert.Equal(new LimitScope.Global(), Read<LimitScope>(json));

    [Fact]
    public void A_variant_with_payload_carries_it_as_its_value() =>
        Assert.Equal(new LimitSet.Desk("rates"), Read<LimitSet>("""{"type":"Desk","value":"rates"}"""));

    [Theory]
    [InlineData("\"Venue\"", "must have a value")]
    [InlineData("{\"type\":\"Venue\",\"value\":7}", "must be a string")]
    [InlineData("{\"type\":\"Global\",\"value\":7}", "must not have a value")]
    [InlineData("\"Everything\"", "one of the types Global, Venue")]
    [InlineData("{\"value\":7}", "one of the types Global, Venue")]
    [InlineData("7", "one of the types Global, Venue")]
    public void A_sum_type_says_what_would_be_right(string json, string sentence) =>
        Assert.Contains(sentence, Refused<LimitScope>(json), StringComparison.Ordinal);

    private static T Read<T>(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(Readers.For<T>().TryRead(document.RootElement, out var value, out var problem), problem);
        return value;
    }

    private static string Refused<T>(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(Readers.For<T>().TryRead(document.RootElement, out _, out var problem));
        return problem;
    }
}
