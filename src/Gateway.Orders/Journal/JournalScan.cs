using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gateway.Orders.Journal;

/// <summary>
/// One pass over the segments of a directory, which proves every record whole and in its place. It takes and changes
/// nothing, so it may look at a copy, or over the shoulder of a running gateway. It begins with the first record, or after another,
/// and then leaves out the files before it.
/// </summary>
internal sealed class JournalScan(string directory, JournalPosition? after = null)
{
    private readonly RecordReader reader = new(after);

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

    /// <summary>How many bytes of a write that did not come to its end follow there.</summary>
    public int TornBytes { get; private set; }

    /// <summary>Whether that record is in the journal of a directory, whole.</summary>
    public static bool Holds(string directory, JournalPosition position) =>
        Segment.All(directory).FindLast(segment => segment.First <= position.Sequence) is { } segment
        && TrySkip(new SegmentLines(segment, isLast: false), segment, position);

    /// <summary>Reads every record with its line.</summary>
    /// <exception cref="JournalDamagedException">The journal is not what was written; it says where.</exception>
    public async IAsyncEnumerable<(JournalRecord Record, ReadOnlyMemory<byte> Line)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var segments = Segment.All(directory);
        if (after is not null)
            segments.RemoveRange(0, Math.Max(0, segments.FindLastIndex(segment => segment.First <= after.Sequence)));
        foreach (var segment in segments)
        {
            // A long journal lets others have a turn between its files.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            var lines = new SegmentLines(segment, isLast: segment == segments[^1]);
            if (segment.First != reader.Sequence + 1 && !(Files == 0 && after is not null && TrySkip(lines, segment, after)))
                throw new JournalDamagedException($"'{segment.Path}' follows record {reader.Sequence}: a file of the journal is missing before it.");
            while (lines.TryTake(out var line) && TryRead(lines, line, out var record))
                yield return (record, line);
            lines.ProveTailTorn(reader.Sequence + 1);
            (Last, End, TornBytes) = (segment, lines.Offset, lines.TailLength);
            Files++;
        }
    }

    // Every line is a record, and the first is named by the file.
    private static bool TrySkip(SegmentLines lines, Segment segment, JournalPosition position)
    {
        ReadOnlyMemory<byte> line = default;
        for (var sequence = segment.First; sequence <= position.Sequence; sequence++)
        {
            if (!lines.TryTake(out line))
                return false;
        }

        return RecordReader.IsWhole(line.Span, position);
    }

    private bool TryRead(SegmentLines lines, ReadOnlyMemory<byte> line, out JournalRecord record)
    {
        record = default;
        try
        {
            record = reader.Read(line);
            return true;
        }
        catch (JsonException problem)
        {
            if (lines.TryGiveBack(line, reader.Sequence + 1))
                return false;
            throw lines.Damage(line, problem.Message);
        }
    }
}
