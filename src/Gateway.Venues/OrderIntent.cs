namespace Gateway.Venues;

/// <summary>What a client wants done, in the gateway's own words; nothing has been decided about it yet.</summary>
public sealed record OrderIntent
{
    /// <summary>On whose account.</summary>
    public required AccountName Account { get; init; }

    /// <summary>In which market.</summary>
    public required Market Market { get; init; }

    /// <summary>Which way.</summary>
    public required Side Side { get; init; }

    /// <summary>The worst acceptable price.</summary>
    public required Price Price { get; init; }

    /// <summary>How much, positive.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>How long it stays.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.GoodTilCanceled;

    /// <summary>Refused rather than taking liquidity.</summary>
    public bool PostOnly { get; init; }

    /// <summary>May only bring a position nearer to zero.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Waits until a price is reached; null: active at once.</summary>
    public OrderTrigger? Trigger { get; init; }

    /// <summary>The client's own name for the order, which makes a repeat safe; at most 64 characters, per account.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>What it is worth at its price, in units of the quote product.</summary>
    public Notional Notional => Price * Quantity;
}
