namespace Gateway.Venues;

/// <summary>Which way an order or a fill trades.</summary>
public enum Side
{
    /// <summary>Takes the base product for the quote product.</summary>
    Buy = 1,

    /// <summary>Gives the base product for the quote product.</summary>
    Sell = 2,
}
