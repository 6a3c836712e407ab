using System.Threading.Channels;
using Gateway.Venues;

namespace Gateway.Testing.Venues;

/// <summary>Hears a venue and lets a test wait for what it expects, keeping everything else for later.</summary>
public sealed class VenueNews : IVenueListener
{
    private readonly Channel<VenueEvent> incoming = Channel.CreateUnbounded<VenueEvent>();
    private readonly List<VenueEvent> heard = [];

    /// <summary>Everything heard so far, oldest first, as far as a wait has looked.</summary>
    public IReadOnlyList<VenueEvent> Heard => heard;

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken) =>
        incoming.Writer.WriteAsync(venueEvent, cancellationToken);

    /// <summary>The first event of its kind that fits, among those heard already or still to come.</summary>
    /// <exception cref="TimeoutException">It does not come; the message lists what came instead.</exception>
    public async Task<TEvent> AwaitAsync<TEvent>(Func<TEvent, bool> fits, CancellationToken cancellationToken)
        where TEvent : VenueEvent
    {
        var known = 0;
        while (true)
        {
            for (; known < heard.Count; known++)
            {
                if (heard[known] is TEvent expected && fits(expected))
                    return expected;
            }

            try
            {
                heard.Add(await incoming.Reader.ReadAsync(cancellationToken));
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"No {typeof(TEvent).Name} came that fits; heard:\n{string.Join('\n', heard)}", late);
            }
        }
    }
}
