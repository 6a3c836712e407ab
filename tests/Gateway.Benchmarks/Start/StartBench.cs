using System.Diagnostics;
using System.Globalization;
using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Testing.Orders;
using Gateway.Testing.Venues;
using Gateway.Venues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Start;

/// <summary>
/// How long a start takes with so many orders in the journal: <c>dotnet run -c Release --project tests/Gateway.Benchmarks -- start [orders]</c>.
/// Each order is named by its client, placed, sent, acknowledged, and filled or canceled, a hundred of them in a second; the last
/// 10,000 stay open.
/// </summary>
internal static class StartBench
{
    private const int Open = 10_000;

    public static async Task RunAsync(string[] arguments)
    {
        var orders = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1_000_000;
        var directory = Directory.CreateTempSubdirectory("start").FullName;
        try
        {
            var began = Stopwatch.GetTimestamp();
            await WriteAsync(directory, orders);
            var bytes = new DirectoryInfo(directory).EnumerateFiles("journal-*.jsonl").Sum(file => file.Length);
            Console.WriteLine($"{orders:#,0} orders written in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {bytes / 1_000_000:#,0} MB");
            await StartAsync(directory, "without a snapshot");
            await StartAsync(directory, "with a snapshot");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task StartAsync(string directory, string how)
    {
        var began = Stopwatch.GetTimestamp();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        using var logs = LoggerFactory.Create(builder => builder.AddSimpleConsole(console => console.SingleLine = true));
        using var stop = new CancellationTokenSource();
        await using var journal = OpenJournal(directory);
        var engine = new OrderEngine(
            journal, [new FakeVenue(TimeProvider.System)], new() { ArchiveDirectory = Path.Combine(directory, "archive") }, TimeProvider.System, logs.CreateLogger<OrderEngine>());
        var running = engine.RunAsync(stop.Token);
        await engine.Replayed;
        Console.WriteLine(
            $"start {how}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s, " +
            $"{(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds:0.00} s of processor time, " +
            $"{GC.GetTotalMemory(forceFullCollection: true) / 1_000_000:#,0} MB");
        await stop.CancelAsync();
        await running;
    }

    private static async Task WriteAsync(string directory, int orders)
    {
        await using var journal = OpenJournal(directory);
        await foreach (var _ in journal.ReadAsync(after: null, CancellationToken.None))
            throw new InvalidOperationException("A new journal is empty.");
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        journal.Append(time, Actor.Gateway, new JournalOpened(new(7)));
        for (var number = 1; number <= orders; number++)
        {
            time = time.AddMilliseconds(10);
            foreach (var happened in LifeOf(number, isOpen: number > orders - Open, time))
                journal.Append(time, happened is OrderPlaced ? new("demo", "alice", "rates") : Actor.Gateway, happened);
            if (number % 1000 == 0)
                await journal.FlushAsync(CancellationToken.None);
        }

        await journal.FlushAsync(CancellationToken.None);
    }

    private static IEnumerable<JournalEvent> LifeOf(int number, bool isOpen, DateTimeOffset time)
    {
        var order = new OrderId(number);
        var name = number.ToString(CultureInfo.InvariantCulture);
        yield return new OrderPlaced(
            order, OrderTerms.Of(SampleMarkets.Buy(100_000m, 0.01m) with { ClientOrderId = $"order-{name}" }), time, time.AddSeconds(5), 100_000m);
        yield return new OrderSent(order, time);
        yield return new OrderAcknowledged(order, name, time);
        if (isOpen)
            yield break;
        if (number % 2 == 0)
        {
            yield return new OrderDone(order, DoneCause.Canceled, Quantity.Zero, "canceled", name, time);
            yield break;
        }

        yield return new OrderFilled(
            order,
            new Fill
            {
                Account = SampleMarkets.Account,
                Key = $"{name}:BTC:{name}",
                Market = SampleMarkets.Btc.Id,
                Side = Side.Buy,
                Price = new(100_000m),
                Quantity = new(0.01m),
                ExchangeFillId = name,
                ExchangeOrderId = name,
                Fee = 0.45m,
                FeeProduct = SampleMarkets.Btc.Quote.Id,
                Liquidity = Liquidity.Taker,
                TradeTime = time,
                ReceivedTime = time,
            },
            FillWarnings.None);
    }

    private static FileJournal OpenJournal(string directory) => new(
        new() { Directory = directory, Flush = JournalFlush.Interval, ReserveBytes = 0 }, TimeProvider.System, NullLogger<FileJournal>.Instance);
}
