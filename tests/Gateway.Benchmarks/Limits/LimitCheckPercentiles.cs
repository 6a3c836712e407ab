using System.Diagnostics;

namespace Gateway.Benchmarks.Limits;

/// <summary>
/// How long single checks take, the slow ones included, which an average hides: <c>dotnet run -c Release -- percentiles</c>.
/// Each check is timed by itself, so other work on the machine shows in the few checks it interrupts and nowhere else.
/// </summary>
internal static class LimitCheckPercentiles
{
    private const int Warming = 200_000;
    private const int Measured = 1_000_000;

    public static void Run()
    {
        LimitCheckBenchmark benchmark = new();
        benchmark.Setup();
        for (var round = 0; round < Warming; round++)
            benchmark.Check();

        var ticks = new long[Measured];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Measured; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            benchmark.Check();
            ticks[round] = Stopwatch.GetTimestamp() - begun;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(ticks);
        Console.WriteLine($"One check, {Measured} times: median {At(0.5)}, p99 {At(0.99)}, p99.9 {At(0.999)} µs; {allocated} bytes allocated in all.");

        string At(double share) => (ticks[(int)(share * (Measured - 1))] * 1e6 / Stopwatch.Frequency).ToString("0.0");
    }
}
