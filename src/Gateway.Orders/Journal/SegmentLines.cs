namespace Gateway.Orders.Journal;

/// <summary>The lines of one segment file, and what is left after the last whole one.</summary>
internal sealed class SegmentLines(Segment segment, bool isLast)
{
    private readonly SegmentContent content = SegmentContent.Of(segment);

    /// <summary>Where the line that was taken last ends.</summary>
    public int Offset { get; private set; }

    /// <summary>Which line was taken last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many bytes follow that line, without the room for more.</summary>
    public int TailLength => content.Bytes.Length - Offset;

    public bool TryTake(out ReadOnlyMemory<byte> line)
    {
        var length = content.Bytes.Span[Offset..].IndexOf((byte)'\n');
        line = length < 0 ? default : content.Bytes.Slice(Offset, length);
        if (length < 0)
            return false;
        Offset += length + 1;
        Number++;
        return true;
    }

    /// <summary>
    /// Gives the line that was taken last back if a write that did not come to its end left it so, together with what follows it.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="missing">The number of the record that should be there.</param>
    /// <returns>Whether it did.</returns>
    public bool TryGiveBack(ReadOnlyMemory<byte> line, long missing)
    {
        var begin = Offset - line.Length - 1;
        if (!isLast || !TornWrite.Explains(content, begin, missing))
            return false;
        (Offset, Number) = (begin, Number - 1);
        return true;
    }

    /// <summary>Only the last segment can have a write that did not come to its end.</summary>
    /// <exception cref="JournalDamagedException">What follows the last line is nothing that one leaves.</exception>
    public void ProveTailTorn(long missing)
    {
        if (TailLength > 0 && (!isLast || !TornWrite.Explains(content, Offset, missing)))
            throw Damaged(Number + 1, Offset, "the end of its line is missing");
        if (content.HasRoom && !isLast)
            throw Damaged(Number + 1, Offset, "there are zeros where the file should end");
    }

    /// <summary>Says where the line that was taken last is wrong.</summary>
    public JournalDamagedException Damage(ReadOnlyMemory<byte> line, string problem) =>
        Damaged(Number, Offset - line.Length - 1, problem);

    private JournalDamagedException Damaged(int number, int offset, string problem) => new(
        $"The journal is damaged: in '{segment.Path}', line {number}, at offset {offset}, {problem}. " +
        "Nothing was changed; restore the file from a copy.");
}
