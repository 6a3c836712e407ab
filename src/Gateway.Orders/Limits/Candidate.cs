using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>An order that is being decided about.</summary>
/// <param name="Footprint">Whose it is, and where it would count.</param>
/// <param name="Side">Which way.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Price">The worst acceptable price.</param>
/// <param name="ReduceOnly">May only bring a position nearer to zero.</param>
public readonly record struct Candidate(Footprint Footprint, Side Side, Quantity Quantity, Price Price, bool ReduceOnly);
