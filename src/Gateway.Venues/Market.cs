namespace Gateway.Venues;

/// <summary>One thing that can be traded at one venue by one route. Immutable; a newer snapshot replaces it.</summary>
public sealed record Market
{
    /// <summary>The readable, stable name.</summary>
    public required MarketId Id { get; init; }

    /// <summary>What is bought and sold.</summary>
    public required Product Base { get; init; }

    /// <summary>What it is paid with.</summary>
    public required Product Quote { get; init; }

    /// <summary>Where.</summary>
    public required VenueId Venue { get; init; }

    /// <summary>By which way orders get there.</summary>
    public required RouteId Route { get; init; }

    /// <summary>The venue's own name of the market, such as <c>BTC</c> or <c>@107</c>.</summary>
    public required string TradingSymbol { get; init; }

    /// <summary>A short name for people, such as <c>BTC-USD perpetual</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The valid prices.</summary>
    public required PriceGrid Prices { get; init; }

    /// <summary>The valid quantities.</summary>
    public required LotGrid Lots { get; init; }

    /// <summary>The least value of an order, in units of the quote product; orders that close a whole position may be smaller.</summary>
    public required Notional MinNotional { get; init; }

    /// <summary>The most value of a limit order, in units of the quote product; null: the venue names none.</summary>
    public Notional? MaxNotional { get; init; }

    /// <summary>The highest leverage; null where the market has none.</summary>
    public int? MaxLeverage { get; init; }

    /// <summary>What the market permits.</summary>
    public required MarketFlags Flags { get; init; }

    /// <summary>Whether the venue has ended trading in it.</summary>
    public bool IsDelisted { get; init; }

    /// <summary>Traded value of the last day in units of the quote product, where known; ranks search results.</summary>
    public decimal? DayVolume { get; init; }
}
