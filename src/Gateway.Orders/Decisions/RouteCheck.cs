using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether an order can go its route at all.</summary>
internal static class RouteCheck
{
    /// <summary>Why not; null: it can.</summary>
    public static Rejection? Refusal(IVenue venue, OrderIntent intent) =>
        venue.RefusalOf(intent) is { } reason ? Rejection.OfField(Fields.Target, reason) : null;
}
