using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>How an account stands with its venue.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Phase">Whether it can trade.</param>
/// <param name="Cause">Why it cannot, where there is more to say.</param>
public sealed record AccountStatus(VenueId Venue, AccountPhase Phase, string? Cause = null);
