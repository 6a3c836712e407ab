namespace Gateway.Orders;

/// <summary>What is odd about a fill. The numbers are those of the client protocol.</summary>
[Flags]
public enum FillWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its order was out already.</summary>
    FillAfterOut = 1,

    /// <summary>It brings its order above the ordered quantity.</summary>
    Overfilled = 2,

    /// <summary>No order of this gateway caused it.</summary>
    NotOurOrder = 4,
}
