using System.ComponentModel.DataAnnotations;

namespace Gateway.Orders.Journal;

/// <summary>Read from <c>Journal</c>; a bad value stops the process at start.</summary>
public sealed class JournalOptions
{
    /// <summary>The directory of the journal's files; created if missing.</summary>
    [Required]
    public string Directory { get; set; } = "data";

    /// <summary>Where the snapshot and the archive lie.</summary>
    public string ArchiveDirectory => Path.Combine(Directory, "archive");

    /// <summary>When records reach the disk.</summary>
    public JournalFlush Flush { get; set; } = JournalFlush.BeforeSend;

    /// <summary>How often the disk is synchronised with <see cref="JournalFlush.Interval"/>; 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The size in bytes from which a new segment file is begun; 64 MiB.</summary>
    [Range(1L, 1L << 30)]
    public long SegmentBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>By how many bytes a segment is extended ahead of its records, so that flushing these is cheaper; 1 MiB.</summary>
    [Range(1L, 1L << 30)]
    public long AheadBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How many bytes of its disk are held free for cancels and for what venues report; 16 MiB. Once the disk has no others,
    /// new orders are refused until it has.
    /// </summary>
    [Range(0L, 1L << 40)]
    public long ReserveBytes { get; set; } = 16L * 1024 * 1024;
}
