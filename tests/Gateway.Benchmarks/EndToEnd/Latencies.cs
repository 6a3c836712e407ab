using System.Diagnostics;
using System.Globalization;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>How long things took; every one is kept, so that percentiles are exact. Used by one thread at a time.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private List<long> ticks = new(1 << 16);

    public int Count => ticks.Count;

    public double P50 => At(0.5);

    public double P99 => At(0.99);

    /// <summary>Adds one, in ticks of <see cref="Stopwatch"/>.</summary>
    public void Add(long elapsed)
    {
        lock (gate)
            ticks.Add(elapsed);
    }

    /// <summary>Adds all of another.</summary>
    public void Add(Latencies others) => ticks.AddRange(others.ticks);

    /// <summary>Count, median and 99th percentile as text, and begins anew.</summary>
    public string TakeText()
    {
        lock (gate)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{Count} {P50} {P99}");
            ticks = new(1 << 16);
            return text;
        }
    }

    // In microseconds.
    private double At(double share)
    {
        if (ticks.Count == 0)
            return double.NaN;
        ticks.Sort();
        return ticks[(int)(share * (ticks.Count - 1))] * 1e6 / Stopwatch.Frequency;
    }
}
