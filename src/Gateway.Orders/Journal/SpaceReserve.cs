namespace Gateway.Orders.Journal;

/// <summary>
/// A file that does nothing but hold room on the journal's disk. When the disk is full it is given up, so that cancels and
/// what venues report still find room; it is taken back as soon as there is enough.
/// </summary>
internal sealed class SpaceReserve(string directory, long bytes)
{
    // Linux: no space, the quota is used up, the file may not grow; and the same two as Windows says them.
    private static readonly int[] OutOfSpace = [28, 122, 27, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    private readonly FileInfo file = new(Path.Combine(directory, "journal.reserve"));

    /// <summary>Whether a write failed for want of room alone.</summary>
    public static bool IsWanting(IOException failure) => OutOfSpace.Contains(failure.HResult);

    /// <summary>Sets the room aside unless that was done before.</summary>
    /// <returns>Whether it is.</returns>
    public bool TryKeep()
    {
        file.Refresh();
        if (bytes == 0 || (file.Exists && file.Length == bytes))
            return true;
        try
        {
            using var room = file.Open(new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = bytes });
            room.SetLength(bytes);
            return true;
        }
        catch (IOException)
        {
            // What was allocated in vain is room that the journal itself may need.
            TrySpend();
            return false;
        }
    }

    /// <summary>Gives the room up.</summary>
    /// <returns>Whether there was any.</returns>
    public bool TrySpend()
    {
        file.Refresh();
        if (!file.Exists)
            return false;
        file.Delete();
        return true;
    }
}
