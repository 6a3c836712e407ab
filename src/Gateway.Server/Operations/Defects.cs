using Gateway.Server.Requests;

namespace Gateway.Server.Operations;

/// <summary>Numbers what should not have happened, so that a client's report finds the log line.</summary>
internal sealed partial class Defects(TimeProvider time, ILogger<Defects> log)
{
    private readonly long started = time.GetUtcNow().ToUnixTimeMilliseconds();
    private int count;

    /// <summary>Logs a failure and makes the refusal that names it.</summary>
    public Refusal Report(string requestType, Exception failure)
    {
        // Unlike any number of an earlier run, and nothing that has to be drawn.
        var trace = $"{started:x}-{Interlocked.Increment(ref count)}";
        Failed(log, requestType, trace, failure);
        return new(
            ErrorCode.Internal,
            $"The gateway failed to answer this {requestType}; its log says why, under {trace}.",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["trace_id"] = trace });
    }

    [LoggerMessage(1001, LogLevel.Error, "A {RequestType} failed ({TraceId})")]
    private static partial void Failed(ILogger log, string requestType, string traceId, Exception failure);
}
