namespace Hyperliquid.Simulator.Trading;

/// <summary>What became of an order at placement.</summary>
internal abstract record Placement
{
    private Placement()
    {
    }

    /// <summary>All or the rest of it is on the book.</summary>
    public sealed record Resting(Order Order) : Placement;

    /// <summary>Some or all was filled at once and nothing rests.</summary>
    public sealed record Filled(Order Order) : Placement;

    /// <summary>It waits for its trigger, or for its parent to be filled.</summary>
    public sealed record Waiting(Order Order) : Placement;

    /// <summary>Refused, or an immediate order that found nobody.</summary>
    public sealed record Refused(string Text) : Placement;
}
