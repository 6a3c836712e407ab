using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// What it costs to append a record's bytes to a file and to see them on the disk, and nothing else; now and then, as with one order in
/// flight, since a disk that is never let go of answers sooner.
/// </summary>
internal static class Flush
{
    private const int Times = 300;
    private const int RecordBytes = 800;

    public static async Task<Measurement> MeasureAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"gateway-bench-flush-{Environment.ProcessId}");
        var took = new Latencies();
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose))
        {
            var record = new byte[RecordBytes];
            for (var turn = 0; turn < Times; turn++)
            {
                await Task.Delay(1);
                Append(file, record, turn, took);
            }
        }

        return new(took.P50, took.P99, double.NaN);
    }

    private static void Append(SafeFileHandle file, byte[] record, int turn, Latencies took)
    {
        var began = Stopwatch.GetTimestamp();
        RandomAccess.Write(file, record, (long)turn * RecordBytes);
        RandomAccess.FlushToDisk(file);
        took.Add(Stopwatch.GetTimestamp() - began);
    }
}
