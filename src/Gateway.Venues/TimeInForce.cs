namespace Gateway.Venues;

/// <summary>How long an order stays.</summary>
public enum TimeInForce
{
    /// <summary>Until it is filled or canceled (GTC).</summary>
    GoodTilCanceled = 1,

    /// <summary>Fills what it can at once; the rest is canceled (IOC).</summary>
    ImmediateOrCancel = 2,
}
