using System.Diagnostics;
using Gateway.Venues;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// What an order costs when so many are there already, in time and memory: <c>dotnet run -c Release --project
/// tests/Gateway.Benchmarks -- ledger</c>. Each order is decided, placed, sent and acknowledged; then all are ended.
/// </summary>
internal static class LedgerGrowth
{
    private const int Chunk = 1000;
    private static readonly int[] Sizes = [1000, 10_000, 100_000, 1_000_000];

    public static void Run()
    {
        // Once for the compiler.
        var cold = new OrderBook();
        for (var order = 0; order < 30_000; order++)
            cold.End(cold.PlaceAndAcknowledge());

        var book = new OrderBook();
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var open = new List<OrderId>(Sizes[^1]);
        Console.WriteLine("| orders open | µs per order | bytes per order open |");
        Console.WriteLine("|---:|---:|---:|");
        foreach (var size in Sizes)
        {
            while (open.Count < size - (size / 2))
                open.Add(book.PlaceAndAcknowledge());
            var took = new List<double>();
            while (open.Count < size)
            {
                var began = Stopwatch.GetTimestamp();
                for (var order = 0; order < Math.Min(Chunk, size / 10); order++)
                    open.Add(book.PlaceAndAcknowledge());
                took.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / Math.Min(Chunk, size / 10));
            }

            took.Sort();
            Console.WriteLine($"| {size:#,0} | {took[took.Count / 4]:0.00} | {(GC.GetTotalMemory(forceFullCollection: true) - empty) / open.Count} |");
        }

        open.ForEach(book.End);
        open = [];
        Console.WriteLine($"All ended: {(GC.GetTotalMemory(forceFullCollection: true) - empty) / Sizes[^1]} bytes per order that is out and not retired.");
        GC.KeepAlive(book);
    }
}
