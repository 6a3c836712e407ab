using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sockets;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class OrderUpdateTextsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1024)]
    public void However_many_updates_there_are_no_part_is_long_and_all_are_told_in_their_order(int count)
    {
        var texts = new OrderUpdateTexts();
        ImmutableArray<OrderUpdate> batch = [.. Enumerable.Range(1, count).Select(number => new OrderUpdate(
            number, new(number), OrderState.Acked, new(0.5m), 100_000.5m, RejectReason: null, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)))];
        var parts = texts.Of(batch);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 64 * 1024));
        Assert.Same(parts, texts.Of(batch));
        using var answer = JsonDocument.Parse(AnswerWriter.Response(Id, (object)new WrittenArray(parts)));
        Assert.Equal(
            Enumerable.Range(1, count).Select(number => (long)number),
            answer.RootElement.GetProperty("response").EnumerateArray().Select(update => update.GetProperty("sequence").GetInt64()));
    }

    private static RequestId Id
    {
        get
        {
            using var json = JsonDocument.Parse("7");
            return RequestId.TryRead(json.RootElement)!;
        }
    }
}
