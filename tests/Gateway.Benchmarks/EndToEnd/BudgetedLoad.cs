using System.Diagnostics;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// More orders than the venue's rate limits have room for: a gateway that keeps them, and clients who come again when they are
/// told to. What was saved up is used before the measured time begins.
/// </summary>
internal sealed class BudgetedLoad(Surroundings around)
{
    private const int InFlight = 64;

    // As long as the gateway counts what it has spent: after it what was saved up is used, and whenever the measured time begins, each part of what is spent comes once.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(66);

    /// <summary>Measures once, with a gateway of its own.</summary>
    public async Task<Measurement> RunAsync()
    {
        using var gateway = await GatewayUnderTest.StartAsync(
            "BeforeSend",
            around.VenuePort,
            "budget",
            more: new Dictionary<string, string>
            {
                ["Venues:Hyperliquid:RateBudgets"] = "true",

                // The real venue's marks come by a feed, which weighs nothing; as seldom as may be comes nearest to that.
                ["Venues:Hyperliquid:MarkRefresh"] = "00:00:25",
            });
        using var end = new CancellationTokenSource();
        using var connection = await OrderConnection.ConnectAsync(gateway.Address, end.Token);
        var receiving = ReceiveAsync(connection, end.Token);
        await Task.Delay(Window, end.Token);
        await around.TakeCountsAsync();
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(Window, end.Token);
        var (orders, actions) = await around.TakeCountsAsync();
        var took = Stopwatch.GetElapsedTime(began);
        await end.CancelAsync();
        await receiving;
        await around.EndOrdersAsync(TimeSpan.Zero);
        return new(double.NaN, double.NaN, orders / took.TotalSeconds) { OrdersPerAction = orders / actions };
    }

    private static async Task ReceiveAsync(OrderConnection connection, CancellationToken cancellationToken)
    {
        var again = new List<Task>();
        try
        {
            for (var order = 1; order <= InFlight; order++)
                await connection.SendOrderAsync(order, cancellationToken);
            while (true)
            {
                var (id, wait) = Read(await connection.ReceiveAsync(cancellationToken));
                again.RemoveAll(task => task.IsCompletedSuccessfully);
                again.Add(SendAgainAsync(connection, id, wait, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static async Task SendAgainAsync(OrderConnection connection, long id, int wait, CancellationToken cancellationToken)
    {
        try
        {
            if (wait > 0)
                await Task.Delay(wait, cancellationToken);
            await connection.SendOrderAsync(id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    // The request that is answered, and after how many milliseconds it is worth asking again.
    private static (long Id, int Wait) Read(ReadOnlyMemory<byte> message)
    {
        using var answer = JsonDocument.Parse(message);
        var wait = answer.RootElement.TryGetProperty("error", out var error) ? error.GetProperty("details").GetProperty("retry_after_ms").GetInt32() : 0;
        return (answer.RootElement.GetProperty("id").GetInt64(), wait);
    }
}
