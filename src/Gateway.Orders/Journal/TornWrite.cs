namespace Gateway.Orders.Journal;

/// <summary>
/// Tells what a write leaves that a crash kept from coming to its end, and from which nothing followed, from what was written and changed later.
/// A dying process leaves the beginning of its write. A power cut leaves any sectors of what was not flushed, and zeros in place
/// of the others, for that is what the room held before. Nothing else is taken for a torn write; and whatever it looks like, it is
/// none if a record behind it says that all of this had been flushed.
/// </summary>
internal static class TornWrite
{
    /// <summary>What a disk writes as a whole or not at all.</summary>
    public const int SectorBytes = 512;

    /// <summary>Whether a torn write may have left what follows the whole records of a segment.</summary>
    /// <param name="content">The segment.</param>
    /// <param name="begin">Where its whole records end.</param>
    /// <param name="missing">The number of the record that should follow there.</param>
    public static bool Explains(SegmentContent content, int begin, long missing)
    {
        var tail = content.Bytes[begin..];
        var line = tail.Span.IndexOf((byte)'\n');
        return (line < 0 ? IsCutOff(tail.Span, content) : content.HasRoom && LacksSectors(content.Bytes.Span[..(begin + line + 1)], begin))
            && !SaysFlushed(tail, missing);
    }

    // A record without its end. One that is whole and followed by another byte than the end was not interrupted but changed, and so was
    // one that is followed by nothing, unless a sector would begin there.
    private static bool IsCutOff(ReadOnlySpan<byte> tail, SegmentContent content) =>
        !RecordReader.IsWhole(tail[..^1])
        && !(content.HasRoom && content.Bytes.Length % SectorBytes != 0 && RecordReader.IsWhole(tail));

    // Whether what lies between two places lacks sectors, and nothing but sectors. The first is shared with what was flushed before.
    private static bool LacksSectors(ReadOnlySpan<byte> bytes, int begin)
    {
        var lacks = false;
        while (begin < bytes.Length)
        {
            var end = (begin / SectorBytes * SectorBytes) + SectorBytes;
            var sector = bytes[begin..Math.Min(end, bytes.Length)];
            begin = end;
            if (!sector.Contains((byte)0))
                continue;
            if (sector.ContainsAnyExcept((byte)0))
                return false;
            lacks = true;
        }

        return lacks;
    }

    private static bool SaysFlushed(ReadOnlyMemory<byte> tail, long record)
    {
        while (!tail.IsEmpty)
        {
            var length = tail.Span.IndexOfAny((byte)'\n', (byte)0);
            var piece = length < 0 ? tail : tail[..length];
            if (RecordReader.IsWhole(piece.Span) && RecordReader.FlushedBefore(piece) >= record)
                return true;
            tail = tail[Math.Min(piece.Length + 1, tail.Length)..];
        }

        return false;
    }
}
