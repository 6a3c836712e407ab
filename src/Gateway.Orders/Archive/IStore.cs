namespace Gateway.Orders.Archive;

/// <summary>Bytes at offsets. Several may read while one writes elsewhere.</summary>
internal interface IStore : IDisposable
{
    /// <summary>Reads as many bytes as there is room for.</summary>
    /// <exception cref="EndOfStreamException">There are not so many.</exception>
    void Read(long offset, Span<byte> into);

    /// <summary>Writes.</summary>
    /// <exception cref="IOException">The disk is full, or broken.</exception>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Brings what was written to the disk, so that a power cut does not take it.</summary>
    void Flush();
}
