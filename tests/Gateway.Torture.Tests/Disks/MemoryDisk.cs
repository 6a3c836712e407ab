namespace Gateway.Torture.Tests.Disks;

/// <summary>What survives a gateway: the bytes of its journal that were written, whole or torn.</summary>
internal sealed class MemoryDisk
{
    private readonly List<byte> bytes = [];

    public ReadOnlyMemory<byte> Bytes => bytes.ToArray();

    /// <summary>Whether there is no room but what the journal holds free for itself.</summary>
    public bool IsFull { get; set; }

    public void Write(ReadOnlySpan<byte> more) => bytes.AddRange(more);

    /// <summary>Cuts off everything from here on.</summary>
    public void Truncate(int length) => bytes.RemoveRange(length, bytes.Count - length);
}
