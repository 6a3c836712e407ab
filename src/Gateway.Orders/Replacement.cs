using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// A change of an order that a venue carries out by ending the present leg and beginning another, as long as it is not settled:
/// either leg may be the one that stands.
/// </summary>
public sealed record Replacement
{
    /// <summary>The number of the leg to come.</summary>
    public required int Leg { get; init; }

    /// <summary>The price asked for.</summary>
    public required Price Price { get; init; }

    /// <summary>The whole quantity asked for, with what had traded already.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>How much of it the leg to come may trade.</summary>
    public required Quantity Size { get; init; }

    /// <summary>The last moment at which the venue may carry the change out.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The venue's number of the leg to come, once known.</summary>
    public string? ExchangeOrderId { get; init; }

    /// <summary>How much of the leg to come has traded.</summary>
    internal Quantity Filled { get; init; }

    /// <summary>How the leg to come has ended, if it has; executed is what it traded alone.</summary>
    internal OrderEnd? End { get; init; }

    /// <summary>Whether the venue is known to have carried the change out.</summary>
    internal bool IsKnown => ExchangeOrderId is not null || End is not null || !Filled.IsZero;
}
