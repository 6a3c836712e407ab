using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// Many clients who all hear of every order, while orders come at a steady pace. What is measured is the time from the venue's
/// answer to the update in the hands of a client. Every twentieth is a client like any other and looks at the clock; the others are bystanders.
/// </summary>
internal sealed class Audience(GatewayUnderTest gateway, Surroundings around)
{
    private const int Subscribers = 1000;
    private const int EverySo = 20;

    // Each order is told twice: when it is placed and when the venue has taken it in.
    private const int OrdersPerSecond = 500;

    private readonly ConcurrentQueue<(long Order, long At)> heard = [];
    private long messages;

    /// <summary>Measures once.</summary>
    public async Task<Measurement> RunAsync(TimeSpan warming, TimeSpan measured)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var listeners = new List<OrderConnection>();
        using var others = new Bystanders();
        try
        {
            for (var subscriber = 0; subscriber < Subscribers; subscriber++)
            {
                if (subscriber % EverySo != 0)
                {
                    others.Add(gateway.Address);
                    continue;
                }

                listeners.Add(await OrderConnection.ConnectAsync(gateway.Address, end.Token));
                await listeners[^1].AskAsync("""{"id":"s","type":"SubscribeOrderState"}""", end.Token);
            }

            using var trader = await OrderConnection.ConnectAsync(gateway.Address, end.Token);
            Task[] listening = [others.ListenAsync(end.Token), .. listeners.Select(listener => ListenAsync(listener, end.Token))];
            var answers = DrainAsync(trader, end.Token);
            await around.TakeAnswersAsync();
            await PaceAsync(trader, warming, 0, end.Token);
            var used = gateway.ProcessorTime;
            var before = Interlocked.Read(ref messages);
            var began = Stopwatch.GetTimestamp();
            var orders = await PaceAsync(trader, measured, 1_000_000, end.Token);
            var took = Stopwatch.GetElapsedTime(began);
            var processor = gateway.ProcessorTime - used;
            var sent = Interlocked.Read(ref messages) - before;
            await Task.Delay(TimeSpan.FromSeconds(1), end.Token);
            await end.CancelAsync();
            await Task.WhenAll([.. listening, answers]);
            var latencies = await LatenciesAsync(began);
            return new(latencies.P50, latencies.P99, orders / took.TotalSeconds)
            {
                Processor = processor.TotalMicroseconds / orders,
                OrdersPerAction = (double)orders * 2 * listeners.Count / sent,
            };
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private static async Task<int> PaceAsync(OrderConnection trader, TimeSpan time, long firstId, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var orders = 0;
        while (Stopwatch.GetElapsedTime(began) is var passed && passed < time)
        {
            for (; orders < passed.TotalSeconds * OrdersPerSecond; orders++)
                await trader.SendOrderAsync(firstId + orders, cancellationToken);
            await Task.Delay(1, cancellationToken);
        }

        return orders;
    }

    private async Task ListenAsync(OrderConnection listener, CancellationToken cancellationToken)
    {
        var reading = new Heard();
        try
        {
            while (true)
            {
                var message = await listener.ReceiveAsync(cancellationToken);
                var now = Stopwatch.GetTimestamp();
                Interlocked.Increment(ref messages);
                reading.Read(message.Span);
                foreach (var order in reading.Acknowledged)
                    heard.Enqueue((order, now));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static async Task DrainAsync(OrderConnection trader, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await trader.ReceiveAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    // The orders of one connection reach the venue in the order of their numbers, so the n-th number is the n-th answer.
    private async Task<Latencies> LatenciesAsync(long began)
    {
        var answered = await around.TakeAnswersAsync();
        var numbers = heard.Select(one => one.Order).Distinct().Order().Select((order, index) => (order, index)).ToDictionary(pair => pair.order, pair => pair.index);
        var latencies = new Latencies();
        foreach (var (order, at) in heard)
        {
            if (answered[numbers[order]] >= began)
                latencies.Add(at - answered[numbers[order]]);
        }

        return latencies;
    }
}
