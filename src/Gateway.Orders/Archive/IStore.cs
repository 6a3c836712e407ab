namespace Gateway.Orders.Archive;

/// <summary>Bytes at offsets; those never written are zero. What it holds is made from the journal and may vanish with the process.</summary>
internal interface IStore : IDisposable
{
    /// <summary>Reads as many bytes as there is room for.</summary>
    void Read(long offset, Span<byte> into);

    /// <summary>Writes over what was there.</summary>
    /// <exception cref="IOException">The disk is full, or broken.</exception>
    void Write(long offset, ReadOnlySpan<byte> bytes);
}
