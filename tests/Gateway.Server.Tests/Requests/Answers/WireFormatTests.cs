using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Answers;

public sealed class WireFormatTests
{
    [Fact]
    public void Decimals_are_plain_strings_without_trailing_zeros() =>
        Assert.Equal("""["0.00001","100","-2.5","0"]""", Write(new[] { 0.0000100m, 100.00m, -2.5m, 0.0m }));

    [Fact]
    public void Timestamps_are_utc_with_microseconds() =>
        Assert.Equal("\"2026-01-02T03:04:05.678901Z\"", Write(new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)).AddTicks(6_789_019)));

    [Fact]
    public void Names_and_numbers_are_those_of_the_protocol() =>
        Assert.Equal(
            """{"id":7,"state":65,"side":"Buy","stays":"IOC","flags":3,"done":null}""",
            Write(new { Id = new OrderId(7), State = OrderState.Open | OrderState.Out, Side = Side.Buy, Stays = TimeInForce.ImmediateOrCancel, Flags = MarketFlags.Tradable | MarketFlags.ReduceOnly, Done = default(Unit) }));

    [Fact]
    public void Text_is_not_escaped_for_html() => Assert.Equal("\"a<b & é ≤\"", Write("a<b & é ≤"));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, WireFormat.Options);
}
