namespace Gateway.Venues;

/// <summary>On which side of a trade an order stood.</summary>
public enum Liquidity
{
    /// <summary>It rested in the book.</summary>
    Maker = 1,

    /// <summary>It crossed the book.</summary>
    Taker = 2,
}
