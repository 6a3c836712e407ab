using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Orderflow;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class OrderUpdateTextsTests
{
    private static readonly string?[] Reasons = [null, "", "Order has invalid size.", "a \"b\" \\ <c> & é ≤ 😀 \n\u0001", "half \ud83d of one", new('x', 5_000)];

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1024)]
    public void However_many_updates_there_are_no_part_is_long_and_all_are_told_in_their_order(int count)
    {
        var texts = new OrderUpdateTexts();
        ImmutableArray<OrderUpdate> batch = [.. Enumerable.Range(1, count).Select(number => new OrderUpdate(
            number, new("DEFAULT"), new(number), OrderState.Acked, new(0.5m), 100_000.5m, RejectReason: null, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)))];
        var parts = texts.Of(batch);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 64 * 1024));
        Assert.Same(parts, texts.Of(batch));
        Assert.Equal(Enumerable.Range(1, count).Select(number => (long)number), Read(parts).Select(update => update.GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public void An_update_is_written_as_the_snapshot_writes_it()
    {
        var random = new Random(5);
        var texts = new OrderUpdateTexts();
        for (var round = 0; round < 2_000; round++)
        {
            ImmutableArray<OrderUpdate> batch = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Draw(random))];

            Assert.Equal(
                JsonSerializer.Serialize(batch.Select(SubscribeOrderState.Write), WireFormat.Options),
                $"[{string.Join(',', texts.Of(batch).Select(part => Encoding.UTF8.GetString(part)))}]");
        }
    }

    private static IEnumerable<JsonElement> Read(IEnumerable<byte[]> parts) =>
        JsonSerializer.Deserialize<JsonElement[]>($"[{string.Join(',', parts.Select(part => Encoding.UTF8.GetString(part)))}]")!;

    private static OrderUpdate Draw(Random random) => new(
        random.NextInt64(),
        new("DEFAULT"),
        new(random.NextInt64(1, OrderId.MaxValue + 1)),
        (OrderState)random.Next(1 << 10),
        new(Amount(random)),
        random.Next(2) == 0 ? null : Amount(random),
        Reasons[random.Next(Reasons.Length)],
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(random.Next(-3, 4))).AddTicks(random.NextInt64(TimeSpan.TicksPerDay)),
        random.Next(2) == 0 ? null : new Price(Amount(random)),
        random.Next(2) == 0 ? null : new Quantity(Amount(random)));

    private static decimal Amount(Random random) => new(random.Next(1, int.MaxValue), random.Next(2) * random.Next(), 0, isNegative: false, (byte)random.Next(29));
}
