namespace Gateway.Venues;

/// <summary>
/// A trade on one of our accounts. What could not be read is null and <see cref="Raw"/> holds the venue's text: such a
/// fill is aberrant, but never dropped.
/// </summary>
public sealed record Fill
{
    /// <summary>On which account.</summary>
    public required AccountName Account { get; init; }

    /// <summary>Tells this fill from every other of the account, whatever road it comes by.</summary>
    public required string Key { get; init; }

    /// <summary>In which market.</summary>
    public MarketId? Market { get; init; }

    /// <summary>Which way the account traded.</summary>
    public Side? Side { get; init; }

    /// <summary>At what price.</summary>
    public Price? Price { get; init; }

    /// <summary>How much.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The venue's number of the trade.</summary>
    public string? ExchangeFillId { get; init; }

    /// <summary>The venue's number of the order.</summary>
    public string? ExchangeOrderId { get; init; }

    /// <summary>What it cost; negative is a rebate.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What the fee is paid in.</summary>
    public ProductId? FeeProduct { get; init; }

    /// <summary>On which side of the trade we stood.</summary>
    public Liquidity? Liquidity { get; init; }

    /// <summary>Whether the venue forced the trade because the account's collateral no longer sufficed.</summary>
    public bool IsLiquidation { get; init; }

    /// <summary>When the venue traded it.</summary>
    public DateTimeOffset? TradeTime { get; init; }

    /// <summary>When the gateway learned of it.</summary>
    public required DateTimeOffset ReceivedTime { get; init; }

    /// <summary>The venue's text of a fill that could not be read in full; otherwise null.</summary>
    public string? Raw { get; init; }
}
