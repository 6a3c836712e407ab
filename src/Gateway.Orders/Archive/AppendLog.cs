using System.Security.Cryptography;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Archive;

/// <summary>
/// Bytes that are only added to. The last ones wait in memory until there are enough to write, or for as long as the disk is full.
/// One appends; others may read at the same time what was appended before. It is begun anew unless it is resumed.
/// </summary>
internal sealed class AppendLog(IRoom room, string name) : IDisposable
{
    private const int Portion = 64 * 1024;
    private const int FingerprintSize = 4096;

    private readonly Lock gate = new();
    private readonly MemoryStream tail = new();
    private IStore? store;
    private long written;

    /// <summary>Adds bytes, which are read back as a whole or not at all.</summary>
    /// <returns>Where they begin.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var offset = written + tail.Length;
            tail.Write(bytes);
            if (tail.Length >= Portion)
                TryWriteOut();
            return offset;
        }
    }

    /// <summary>Reads what was appended.</summary>
    public void Read(long offset, Span<byte> into)
    {
        lock (gate)
        {
            if (offset >= written)
            {
                tail.GetBuffer().AsSpan((int)(offset - written), into.Length).CopyTo(into);
                return;
            }
        }

        store!.Read(offset, into);
    }

    /// <summary>Writes out what waits in memory.</summary>
    /// <returns>False if the disk is full: it goes on waiting.</returns>
    public bool TryWriteOut()
    {
        lock (gate)
        {
            if (tail.Length == 0)
                return true;
            try
            {
                store ??= room.Open(name, 0);
                store.Write(written, tail.GetBuffer().AsSpan(0, (int)tail.Length));
            }
            catch (IOException full) when (SpaceReserve.IsWanting(full))
            {
                return false;
            }

            written += tail.Length;
            tail.SetLength(0);
            return true;
        }
    }

    /// <summary>How much is written out.</summary>
    public long Written
    {
        get
        {
            lock (gate)
                return written;
        }
    }

    /// <summary>Brings what was written out to the disk, and says by what the first bytes of it can be known again.</summary>
    public LogStamp Seal(long length)
    {
        store?.Flush();
        return new(length, FingerprintAt(length));
    }

    /// <summary>Whether what lies there is what was sealed, whatever was added to it since.</summary>
    public static bool IsThere(IRoom room, string name, LogStamp stamp)
    {
        if (room.LengthOf(name) < stamp.Length)
            return false;
        using var log = new AppendLog(room, name);
        log.Resume(room.LengthOf(name));
        return log.FingerprintAt(stamp.Length) == stamp.End;
    }

    /// <summary>Goes on after what was sealed; what was added since is forgotten.</summary>
    public void Resume(LogStamp stamp) => Resume(stamp.Length);

    public void Dispose()
    {
        tail.Dispose();
        store?.Dispose();
    }

    private void Resume(long length) => (store, written) = (room.Open(name, length), length);

    private string FingerprintAt(long length)
    {
        var last = new byte[Math.Min(length, FingerprintSize)];
        if (last.Length > 0)
            store!.Read(length - last.Length, last);
        return Convert.ToHexStringLower(SHA256.HashData(last));
    }
}
