namespace Gateway.Orders.Journal;

/// <summary>
/// The bytes of a segment file as the operating system takes them. What was written is seen by every reader at once, and stays after
/// a power cut only once it was flushed.
/// </summary>
internal interface ISegmentBytes : IDisposable
{
    /// <summary>How many there are.</summary>
    long Length { get; }

    /// <summary>Writes, also beyond the end.</summary>
    /// <exception cref="IOException">The disk is full, or broken.</exception>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Drops what lies behind.</summary>
    void Cut(long length);

    /// <summary>Brings what was written within the file to the disk.</summary>
    void FlushContent();

    /// <summary>Brings everything to the disk: what was written, how long the file is, and that it is there.</summary>
    void Flush();
}
