using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gateway.Server.Requests;

/// <summary>The instrument <c>gateway.request.duration</c>, in seconds, by request type.</summary>
internal sealed class RequestDurations(IMeterFactory meters, TimeProvider time)
{
    private readonly Histogram<double> histogram =
        meters.Create("Gateway.Server").CreateHistogram<double>("gateway.request.duration", "s", "Time from a read request to its answer.");

    /// <summary>When a request begins; to be handed to <see cref="Record"/>.</summary>
    public long Begin() => time.GetTimestamp();

    /// <summary>Notes one that has been answered.</summary>
    public void Record(RequestType type, long began)
    {
        var tags = default(TagList);
        tags.Add("request.type", type.Name);
        histogram.Record(time.GetElapsedTime(began).TotalSeconds, tags);
    }
}
