using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;

namespace Gateway.Server.Requests;

/// <summary>Measures how long each request type takes to be answered.</summary>
internal sealed class RequestTiming<TRequest, TAnswer>(RequestDurations durations, TimeProvider time) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var began = time.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            durations.Record(typeof(TRequest).Name, time.GetElapsedTime(began));
        }
    }
}

/// <summary>The instrument <c>gateway.request.duration</c>, in seconds, by request type.</summary>
internal sealed class RequestDurations
{
    private readonly Histogram<double> histogram;

    public RequestDurations(IMeterFactory meters) =>
        histogram = meters.Create("Gateway.Server").CreateHistogram<double>("gateway.request.duration", "s", "Time from a read request to its answer.");

    /// <summary>Notes one.</summary>
    public void Record(string requestType, TimeSpan took)
    {
        var tags = default(TagList);
        tags.Add("request.type", requestType);
        histogram.Record(took.TotalSeconds, tags);
    }
}
