using System.Diagnostics;
using Gateway.Benchmarks.OrderPath;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What signing and framing one order takes, beside the curve alone: the two take turns, so that both meet the same machine.</summary>
internal static class SignTimes
{
    private const int Times = 20_000;

    /// <summary>Measures both.</summary>
    public static (Measurement Curve, Measurement Whole) Measure()
    {
        using var benchmark = new SignBenchmark();
        var (curve, whole) = (new Latencies(), new Latencies());
        for (var turn = -Times / 4; turn < Times; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            benchmark.Curve();
            var between = Stopwatch.GetTimestamp();
            benchmark.Sign_and_frame();
            var ended = Stopwatch.GetTimestamp();
            if (turn < 0)
                continue;
            curve.Add(between - began);
            whole.Add(ended - between);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++)
            benchmark.Sign_and_frame();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
        return (new(curve.P50, curve.P99, double.NaN), new(whole.P50, whole.P99, double.NaN) { Allocated = allocated });
    }
}
