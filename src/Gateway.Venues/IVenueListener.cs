namespace Gateway.Venues;

/// <summary>Who hears a venue's news.</summary>
public interface IVenueListener
{
    /// <summary>Takes one event in; waits while there is no room, because order events are never dropped.</summary>
    ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken);
}
