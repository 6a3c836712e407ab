using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Orders.Journal;

/// <summary>The bytes of a segment in its file.</summary>
internal sealed class SegmentBytes(string path) : ISegmentBytes
{
    private const int InterruptedCall = 4;

    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);

    public long Length => RandomAccess.GetLength(file);

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    public void Cut(long length) => RandomAccess.SetLength(file, length);

    // .NET knows only the flush of everything. On Linux the lesser one is enough; elsewhere it is missing, or stops at the disk's cache.
    public void FlushContent()
    {
        if (!OperatingSystem.IsLinux())
        {
            Flush();
            return;
        }

        while (FlushData(file) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != InterruptedCall)
                throw new IOException($"'{path}' cannot be flushed: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }

    public void Flush() => RandomAccess.FlushToDisk(file);

    public void Dispose() => file.Dispose();

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushData(SafeFileHandle file);
}
