using System.Text;
using System.Text.Json;

namespace Gateway.Orders.Journal;

/// <summary>Reads lines back, proving that each is whole and follows the one before.</summary>
internal sealed class RecordReader
{
    private static readonly int TrailerSize = ",\"hash\":\""u8.Length + RecordHash.TextSize + "\"}"u8.Length;

    private readonly byte[] hash = RecordHash.Origin;

    /// <summary>Begins with the first record, or after another.</summary>
    public RecordReader(JournalPosition? after = null)
    {
        if (after is null)
            return;
        Sequence = after.Sequence;
        Encoding.ASCII.GetBytes(after.Hash, hash);
    }

    /// <summary>The number of the last record.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last record.</summary>
    public ReadOnlySpan<byte> LastHash => hash;

    /// <summary>Whether this is a whole record, wherever it belongs.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TrailerSize)
            return false;
        Span<byte> trailer = stackalloc byte[TrailerSize];
        ",\"hash\":\""u8.CopyTo(trailer);
        RecordHash.Write(line[..^TrailerSize], trailer[",\"hash\":\""u8.Length..]);
        "\"}"u8.CopyTo(trailer[^2..]);
        return line[^TrailerSize..].SequenceEqual(trailer);
    }

    /// <summary>Whether this is a whole record with that hash.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line, JournalPosition position) =>
        IsWhole(line) && Ascii.Equals(line[^(RecordHash.TextSize + 2)..^2], position.Hash);

    /// <summary>Up to which record the disk had everything when this whole one was written.</summary>
    public static long FlushedBefore(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return root.TryGetProperty("flushed", out var flushed) ? flushed.GetInt64() : root.GetProperty("seq").GetInt64() - 1;
    }

    /// <summary>Reads the next line, without its end.</summary>
    /// <exception cref="JsonException">It is not what was written, or not there.</exception>
    public JournalRecord Read(ReadOnlyMemory<byte> line)
    {
        if (!IsWhole(line.Span))
            throw new JsonException("its hash does not match its content");

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (!root.GetProperty("prev").ValueEquals(hash))
            throw new JsonException("it does not follow the record before it");
        var sequence = root.GetProperty("seq").GetInt64();
        if (sequence != Sequence + 1)
            throw new JsonException($"record {Sequence + 1} is expected here, not {sequence}");

        var actor = root.GetProperty("actor");
        var record = new JournalRecord(
            sequence,
            root.Time("time"),
            new Actor(actor.Text("client"), actor.Text("trader"), actor.KnownText("desk")),
            JournalEvents.Read(root.Text("event"), root.GetProperty("data")));
        Sequence = sequence;
        line.Span[^(RecordHash.TextSize + 2)..^2].CopyTo(hash);
        return record;
    }
}
