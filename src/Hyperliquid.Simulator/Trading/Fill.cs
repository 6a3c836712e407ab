namespace Hyperliquid.Simulator.Trading;

/// <summary>One side of a trade, as its account sees it.</summary>
internal sealed record Fill(Order Order, decimal Px, decimal Sz, long Time, string Hash, long Tid, bool Crossed)
{
    /// <summary>Signed position before, or the base balance on spot.</summary>
    public required decimal StartPosition { get; init; }

    /// <summary>The venue's display text, for example <c>Open Long</c>.</summary>
    public required string Dir { get; init; }

    /// <summary>Realised profit without fees.</summary>
    public required decimal ClosedPnl { get; init; }

    /// <summary>All that was taken, the builder's part included.</summary>
    public required decimal Fee { get; init; }

    public decimal BuilderFee { get; init; }

    public required string FeeToken { get; init; }

    /// <summary>The liquidation that caused it, of this side or the other; null: none did.</summary>
    public Liquidation? Liquidation { get; init; }
}
