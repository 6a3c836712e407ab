using System.Diagnostics;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// What an order costs when so many are open already, in time and memory, and what is left of one that has retired:
/// <c>dotnet run -c Release --project tests/Gateway.Benchmarks -- ledger</c>. Each order is decided, placed, sent and acknowledged.
/// </summary>
internal static class LedgerGrowth
{
    private const int Chunk = 1000;
    private const int Warming = 30_000;
    private const int Retiring = 200_000;

    // So many orders make the records of one snapshot.
    private const int OrdersOfSnapshot = 25_000;

    private static readonly int[] Sizes = [1000, 10_000, 100_000, 1_000_000];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        var growth = await MeasureAsync();
        Console.WriteLine("| orders open | µs per order | bytes per order open |");
        Console.WriteLine("|---:|---:|---:|");
        foreach (var (open, time, bytes) in growth.Open)
            Console.WriteLine($"| {open:#,0} | {time:0.00} | {bytes} |");
        Console.WriteLine($"{growth.BytesPerRetired:0.0} bytes stay in memory of an order that has retired.");
    }

    /// <summary>Measures.</summary>
    public static async Task<Figures> MeasureAsync()
    {
        using var scratch = new ScratchDirectory();
        using (var cold = new OrderBook(scratch.Sub("cold")))
        {
            for (var order = 0; order < Warming; order++)
                cold.End(cold.PlaceAndAcknowledge());
        }

        using var retiring = new OrderBook(scratch.Sub("retiring"));
        var retired = await BytesPerRetiredAsync(retiring);
        using var growing = new OrderBook(scratch.Sub("open"));
        return new([.. Grow(growing)], retired);
    }

    private static IEnumerable<(int Open, double Time, long Bytes)> Grow(OrderBook book)
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var open = 0;
        foreach (var size in Sizes)
        {
            for (; open < size - (size / 2); open++)
                book.PlaceAndAcknowledge();
            var took = new List<double>();
            while (open < size)
            {
                var chunk = Math.Min(Chunk, size / 10);
                var began = Stopwatch.GetTimestamp();
                for (var order = 0; order < chunk; order++, open++)
                    book.PlaceAndAcknowledge();
                took.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / chunk);
            }

            took.Sort();
            yield return (size, took[took.Count / 4], (GC.GetTotalMemory(forceFullCollection: true) - empty) / open);
        }
    }

    // Each order ends at once, and retires a minute later by the times of the records: so many wait for that at any time.
    private static async Task<double> BytesPerRetiredAsync(OrderBook book)
    {
        await EndAsync(Retiring);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await EndAsync(2 * Retiring);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (2.0 * Retiring);

        async Task EndAsync(int orders)
        {
            for (var order = 1; order <= orders; order++)
            {
                book.End(book.PlaceAndAcknowledge());
                if (order % OrdersOfSnapshot == 0)
                    await book.SealAsync();
            }
        }
    }

    /// <summary>What was measured.</summary>
    /// <param name="Open">For each number of open orders: microseconds for one more, and bytes in memory for each.</param>
    /// <param name="BytesPerRetired">By how much memory grows with each order that retires.</param>
    internal sealed record Figures(IReadOnlyList<(int Open, double Time, long Bytes)> Open, double BytesPerRetired);

    private sealed class ScratchDirectory : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("gateway-bench-");

        public string Sub(string name) => Path.Combine(root.FullName, name);

        public void Dispose() => root.Delete(recursive: true);
    }
}
