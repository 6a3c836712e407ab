namespace Gateway.Venues;

/// <summary>Holds an order back until the mark price reaches a level.</summary>
/// <param name="Price">The level.</param>
/// <param name="Kind">Whether it limits a loss or takes a profit.</param>
/// <param name="Market">Whether it then trades at any price up to the order's limit price, rather than resting at it.</param>
public sealed record OrderTrigger(Price Price, TriggerKind Kind, bool Market);
