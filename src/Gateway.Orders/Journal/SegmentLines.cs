namespace Gateway.Orders.Journal;

/// <summary>The lines of one segment file, and what is left after the last whole one.</summary>
internal sealed class SegmentLines(Segment segment)
{
    private readonly byte[] bytes = File.ReadAllBytes(segment.Path);

    /// <summary>Where the line that was taken last ends.</summary>
    public int Offset { get; private set; }

    /// <summary>Which line was taken last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many bytes follow the last line that has an end.</summary>
    public int TailLength => bytes.Length - Offset;

    public bool TryTake(out ReadOnlyMemory<byte> line)
    {
        var length = bytes.AsSpan(Offset).IndexOf((byte)'\n');
        line = length < 0 ? default : bytes.AsMemory(Offset, length);
        if (length < 0)
            return false;
        Offset += length + 1;
        Number++;
        return true;
    }

    /// <summary>
    /// A record without its end is one whose writing was interrupted, which only the last segment can have. A whole record
    /// followed by another byte than the end was not interrupted but changed.
    /// </summary>
    /// <exception cref="JournalDamagedException">The tail is not a torn one.</exception>
    public void ProveTailTorn(bool last)
    {
        var tail = bytes.AsSpan(Offset);
        if (!tail.IsEmpty && (!last || RecordReader.IsWhole(tail[..^1])))
            throw Damaged(Number + 1, Offset, "the end of its line is missing");
    }

    /// <summary>Says where the line that was taken last is wrong.</summary>
    public JournalDamagedException Damage(ReadOnlyMemory<byte> line, string problem) =>
        Damaged(Number, Offset - line.Length - 1, problem);

    private JournalDamagedException Damaged(int number, int offset, string problem) => new(
        $"The journal is damaged: in '{segment.Path}', line {number}, at offset {offset}, {problem}. " +
        "Nothing was changed; restore the file from a copy.");
}
