namespace Gateway.Server.Markets;

/// <summary>What a market can be asked for by name.</summary>
internal enum MarketAttribute
{
    /// <summary>Its base product: the id or the bare symbol.</summary>
    Base = 1,

    /// <summary>Its quote product: the id or the bare symbol.</summary>
    Quote = 2,

    /// <summary>Its venue's id.</summary>
    Venue = 3,

    /// <summary>Its route's id.</summary>
    Route = 4,

    /// <summary>What its base product is derived from: the id or the bare symbol.</summary>
    Underlying = 5,

    /// <summary>The class of its base product.</summary>
    Class = 6,

    /// <summary>The venue's own name of it.</summary>
    ExchangeSymbol = 7,
}
