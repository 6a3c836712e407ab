using Microsoft.Extensions.Logging;

namespace Gateway.Orders.Journal;

/// <summary>What the journal tells operators: 1100 … 1199.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(1101, LogLevel.Warning,
        "The last record of '{Path}' was not written to its end, so nothing followed from it; {Bytes} bytes from offset {Offset} are cut")]
    public static partial void TornTailCut(ILogger log, string path, long offset, long bytes);
}
