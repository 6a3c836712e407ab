using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gateway.Orders.Archive;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>Read from <c>Orders</c>; a bad value stops the process at start.</summary>
public sealed class OrderEngineOptions
{
    /// <summary>How long after it was written down an order may still reach the venue; 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan SendWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How far past an order's last valid moment the venue's clock must be before its "unknown order" proves that the order
    /// never existed; 2 s. Covers a venue whose replicas do not agree on the time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ProofMargin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an order that ended at the venue waits for its missing fills before the venue is asked; 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan FillPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait before asking about an order of unknown outcome; doubles with every question; 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan FirstSettleDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two questions about the same order; 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan LongestSettleDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after everything of an account was looked up it is looked up again although its connection stands, because a
    /// single update can be lost on the way; 1 min. This bounds how long such a loss stays unnoticed.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan LookAgainAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most requests that wait for the engine, and most news of venues; a new order that finds no room is refused as overload, news wait for it; 8,192.</summary>
    [Range(1, 1 << 20)]
    public int InboxCapacity { get; set; } = 8192;

    /// <summary>Most cancels that wait for the engine, in a lane of their own; further ones wait for room; 8,192.</summary>
    [Range(1, 1 << 20)]
    public int CancelCapacity { get; set; } = 8192;

    /// <summary>Most messages decided before the journal is flushed; 1,024.</summary>
    [Range(1, 1 << 16)]
    public int BatchCapacity { get; set; } = 1024;

    /// <summary>How many recent updates are kept for subscribers that resume; 100,000.</summary>
    [Range(1, 1 << 24)]
    public int FeedCapacity { get; set; } = 100_000;

    /// <summary>Most updates that wait for one subscriber before its subscription ends; 10,000.</summary>
    [Range(1, 1 << 20)]
    public int SubscriberCapacity { get; set; } = 10_000;

    /// <summary>How many recent alerts are kept for subscribers that resume; 10,000.</summary>
    [Range(1, 1 << 20)]
    public int AlertCapacity { get; set; } = 10_000;

    /// <summary>
    /// After how many records of the journal a snapshot is taken; 100,000, some 25,000 orders. A start reads that many at most, and those
    /// that came while the last snapshot was written.
    /// </summary>
    [Range(1L, 1L << 40)]
    public long SnapshotEvery { get; set; } = 100_000;

    /// <summary>
    /// Where the snapshot lies, and orders that are out, and fills, once they have left memory. Without a snapshot that can be relied on
    /// a start makes all of it from the journal. It lies beside the journal, wherever that is; null: in memory.
    /// </summary>
    public string? ArchiveDirectory { get; set; }

    /// <summary>What of limits is decided by whoever runs the gateway; read from <c>Limits</c>.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>Draws the instance of a gateway whose journal is begun; tests hand in their own chance.</summary>
    public Func<GatewayInstance> DrawInstance { get; set; } =
        () => new(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));

    /// <summary>Opens what <see cref="ArchiveDirectory"/> names; tests hand in rooms in which things go wrong.</summary>
    internal Func<OrderEngineOptions, IRoom> OpenRoom { get; set; } =
        options => options.ArchiveDirectory is { } directory ? new FileRoom(directory) : new MemoryRoom();
}
