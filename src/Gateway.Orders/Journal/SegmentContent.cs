namespace Gateway.Orders.Journal;

/// <summary>Reads bytes of a file from an offset on; returns how many, 0 at its end.</summary>
internal delegate int ReadAt(Span<byte> into, long offset);

/// <summary>What a segment file holds: its records, and whether room for more follows them, which is zeros.</summary>
/// <param name="Bytes">Everything before the zeros at its end.</param>
/// <param name="HasRoom">Whether there are any.</param>
internal readonly record struct SegmentContent(ReadOnlyMemory<byte> Bytes, bool HasRoom)
{
    /// <summary>Reads a file, which somebody else may just be writing.</summary>
    public static SegmentContent Of(Segment segment)
    {
        using var file = File.OpenHandle(segment.Path);
        return Of(RandomAccess.GetLength(file), (into, offset) => RandomAccess.Read(file, into, offset));
    }

    /// <summary>Reads so many bytes, or fewer if the file was cut meanwhile.</summary>
    public static SegmentContent Of(long length, ReadAt read)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)length));
        var all = bytes.AsSpan(0, Fill(bytes, 0, read));
        var content = all[..(all.LastIndexOfAnyExcept((byte)0) + 1)];

        // Whoever reads a file in its order while it is written may see a write and not yet the one before. So gaps are read once
        // more: what was to come before that which the first reading saw has come by now.
        if (content.IndexOf((byte)0) is var gap and >= 0)
            Fill(content[gap..], gap, read);
        return new(bytes.AsMemory(0, content.Length), content.Length < all.Length);
    }

    private static int Fill(Span<byte> bytes, long offset, ReadAt read)
    {
        var filled = 0;
        while (filled < bytes.Length && read(bytes[filled..], offset + filled) is var more and > 0)
            filled += more;
        return filled;
    }
}
