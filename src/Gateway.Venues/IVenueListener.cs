namespace Gateway.Venues;

/// <summary>Who hears a venue's news.</summary>
public interface IVenueListener
{
    /// <summary>Takes one event in; waits while there is no room, because order events are never dropped.</summary>
    ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken);

    /// <summary>Takes in events that came together, in this order, so that they can be written down together.</summary>
    async ValueTask ReportAsync(IReadOnlyList<VenueEvent> venueEvents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(venueEvents);
        foreach (var venueEvent in venueEvents)
            await ReportAsync(venueEvent, cancellationToken);
    }
}
