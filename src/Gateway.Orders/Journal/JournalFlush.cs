namespace Gateway.Orders.Journal;

/// <summary>When records reach the disk.</summary>
public enum JournalFlush
{
    /// <summary>Before anything that follows from them leaves the gateway: survives a power cut.</summary>
    BeforeSend = 1,

    /// <summary>
    /// Handed to the operating system before anything leaves, and to the disk on a timer: survives the death of the process,
    /// while a power cut may lose the last interval, the numbers of its orders included.
    /// </summary>
    Interval = 2,
}
