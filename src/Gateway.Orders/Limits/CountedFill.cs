using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>A fill as long as it counts.</summary>
internal readonly record struct CountedFill(DateTimeOffset Time, Footprint Footprint, Side Side, decimal Quantity);
