using System.Diagnostics;
using Gateway.Orders.Journal;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// What it costs to append a record's bytes to a file and to see them on the disk, as the journal does it, and nothing else; now and then, as
/// with one order in flight, since a disk that is never let go of answers sooner.
/// </summary>
internal static class Flush
{
    public const int RecordBytes = 800;

    private const int Times = 300;

    public static async Task<Measurement> MeasureAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"gateway-bench-flush-{Environment.ProcessId}");
        var took = new Latencies();
        using (var segment = new SegmentFile(new SegmentBytes(path), end: 0))
        {
            var record = new byte[RecordBytes];
            record.AsSpan().Fill((byte)'x');
            segment.Extend(new JournalOptions().AheadBytes);
            for (var turn = 0; turn < Times; turn++)
            {
                await Task.Delay(1);
                Append(segment, record, took);
            }
        }

        File.Delete(path);
        return new(took.P50, took.P99, double.NaN);
    }

    private static void Append(SegmentFile segment, byte[] record, Latencies took)
    {
        var began = Stopwatch.GetTimestamp();
        segment.Append(record);
        segment.Flush();
        took.Add(Stopwatch.GetTimestamp() - began);
    }
}
