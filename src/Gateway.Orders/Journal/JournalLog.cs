using Microsoft.Extensions.Logging;

namespace Gateway.Orders.Journal;

/// <summary>What the journal tells operators: 1100 … 1199.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(1101, LogLevel.Warning,
        "The last write to '{Path}' did not come to its end, so nothing followed from it; {Bytes} bytes from offset {Offset} are cut")]
    public static partial void TornTailCut(ILogger log, string path, long offset, long bytes);

    [LoggerMessage(1102, LogLevel.Critical,
        "The disk of '{Directory}' is full: new orders are refused, and what was held free is used for cancels and for what venues report")]
    public static partial void DiskFull(ILogger log, string directory);

    [LoggerMessage(1103, LogLevel.Information, "The disk of '{Directory}' has room again: new orders are taken")]
    public static partial void DiskHasRoom(ILogger log, string directory);
}
