using System.Diagnostics;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What rests at the mock venue for one account. Orders come in by ascending numbers and end in the same order.</summary>
internal sealed class MockBook
{
    // As many updates in one message as the gateway takes orders in one action, roughly.
    private const int MostInFrame = 50;

    private readonly Lock gate = new();
    private readonly Queue<(long Number, UInt128 Cloid, long At)> open = [];
    private readonly List<Func<ReadOnlyMemory<byte>, Task>> streams = [];
    private long lastEnded;

    /// <summary>Takes orders in; the first has this number.</summary>
    public void Take(long first, ReadOnlySpan<UInt128> cloids)
    {
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            for (var order = 0; order < cloids.Length; order++)
                open.Enqueue((first + order, cloids[order], now));
        }
    }

    /// <summary>Tells this stream of every order that comes to stand, and of its end.</summary>
    public void Tell(Func<ReadOnlyMemory<byte>, Task> stream)
    {
        lock (gate)
            streams.Add(stream);
    }

    /// <summary>Tells the streams that orders have come to stand, as the venue does beside its answer; the first has this number.</summary>
    public async Task ToldAsync(long first, IReadOnlyList<UInt128> cloids)
    {
        Func<ReadOnlyMemory<byte>, Task>[] told;
        lock (gate)
            told = [.. streams];
        if (told.Length > 0)
            await TellAsync(told, cloids.Select((cloid, order) => Report(first + order, cloid, "open")));
    }

    /// <summary>Tells it no more.</summary>
    public void Forget(Func<ReadOnlyMemory<byte>, Task> stream)
    {
        lock (gate)
            streams.Remove(stream);
    }

    /// <summary>Cancels every order that has rested for so long, and tells the streams.</summary>
    public async Task EndAsync(TimeSpan life)
    {
        while (true)
        {
            var ended = new List<string>();
            Func<ReadOnlyMemory<byte>, Task>[] told;
            lock (gate)
            {
                while (ended.Count < MostInFrame && open.TryPeek(out var order) && Stopwatch.GetElapsedTime(order.At) >= life)
                {
                    open.Dequeue();
                    lastEnded = order.Number;
                    ended.Add(Report(order.Number, order.Cloid, "canceled"));
                }

                if (ended.Count == 0)
                    return;
                told = [.. streams];
            }

            await TellAsync(told, ended);
        }
    }

    /// <summary>The answer to <c>openOrders</c>.</summary>
    public string OpenOrders()
    {
        lock (gate)
            return $"[{string.Join(',', open.Select(order => Order(order.Number, order.Cloid)))}]";
    }

    /// <summary>The answer to <c>orderStatus</c> by the venue's number or by the client's.</summary>
    public string Status(long? number, UInt128? cloid)
    {
        lock (gate)
        {
            foreach (var order in open)
            {
                if (order.Number == number || order.Cloid == cloid)
                    return $$"""{"status":"order","order":{{Report(order.Number, order.Cloid, "open")}}}""";
            }

            return number <= lastEnded
                ? $$"""{"status":"order","order":{{Report(number.Value, null, "canceled")}}}"""
                : """{"status":"unknownOid"}""";
        }
    }

    private static async Task TellAsync(Func<ReadOnlyMemory<byte>, Task>[] streams, IEnumerable<string> reports)
    {
        var frame = Encoding.UTF8.GetBytes($$"""{"channel":"orderUpdates","data":[{{string.Join(',', reports)}}]}""");
        foreach (var stream in streams)
            await stream(frame);
    }

    private static string Report(long number, UInt128? cloid, string status) =>
        $$"""{"order":{{Order(number, cloid)}},"status":"{{status}}","statusTimestamp":1}""";

    private static string Order(long number, UInt128? cloid) =>
        $$"""{"coin":"BTC","side":"B","limitPx":"99000.0","sz":"0.01","origSz":"0.01","oid":{{number}},"timestamp":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}""" +
        (cloid is { } known ? $$""","cloid":"0x{{known:x32}}"}""" : "}");
}
