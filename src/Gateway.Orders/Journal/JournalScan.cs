using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gateway.Orders.Journal;

/// <summary>
/// One pass over the segments of a directory, which proves every record whole and in its place. It takes and changes
/// nothing, so it may look at a copy, or over the shoulder of a running gateway.
/// </summary>
internal sealed class JournalScan(string directory)
{
    private readonly RecordReader reader = new();

    /// <summary>The number of the last record read.</summary>
    public long Sequence => reader.Sequence;

    /// <summary>The hash of the last record read.</summary>
    public ReadOnlySpan<byte> LastHash => reader.LastHash;

    /// <summary>How many files were read.</summary>
    public int Files { get; private set; }

    /// <summary>The file that was read last; null: there is none.</summary>
    public Segment? Last { get; private set; }

    /// <summary>Where the last whole record ends in that file.</summary>
    public int End { get; private set; }

    /// <summary>How many bytes of a record that was not written to its end follow there.</summary>
    public int TornBytes { get; private set; }

    /// <summary>Reads every record with its line.</summary>
    /// <exception cref="JournalDamagedException">The journal is not what was written; it says where.</exception>
    public async IAsyncEnumerable<(JournalRecord Record, ReadOnlyMemory<byte> Line)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var segments = Segment.All(directory);
        foreach (var segment in segments)
        {
            // A long journal lets others have a turn between its files.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (segment.First != reader.Sequence + 1)
                throw new JournalDamagedException($"'{segment.Path}' follows record {reader.Sequence}: a file of the journal is missing before it.");

            var lines = new SegmentLines(segment);
            while (lines.TryTake(out var line))
                yield return (Read(lines, line), line);
            lines.ProveTailTorn(last: segment == segments[^1]);
            (Last, End, TornBytes) = (segment, lines.Offset, lines.TailLength);
            Files++;
        }
    }

    private JournalRecord Read(SegmentLines lines, ReadOnlyMemory<byte> line)
    {
        try
        {
            return reader.Read(line);
        }
        catch (JsonException problem)
        {
            throw lines.Damage(line, problem.Message);
        }
    }
}
