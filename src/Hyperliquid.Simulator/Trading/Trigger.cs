namespace Hyperliquid.Simulator.Trading;

/// <summary>When a waiting order enters the market: on the mark reaching a price.</summary>
/// <param name="Px">The mark that fires it.</param>
/// <param name="IsMarket">Whether it then takes what it can and the rest ends; otherwise it rests at its limit.</param>
/// <param name="IsTakeProfit">Take profit; otherwise stop loss.</param>
internal sealed record Trigger(decimal Px, bool IsMarket, bool IsTakeProfit)
{
    /// <summary>As the venue's web client calls such an order.</summary>
    public string OrderType => $"{(IsTakeProfit ? "Take Profit" : "Stop")} {(IsMarket ? "Market" : "Limit")}";

    /// <summary>Whether a rising mark fires it: a buy stop or a sell take-profit.</summary>
    public bool FiresAbove(bool isBuy) => isBuy != IsTakeProfit;

    public bool IsReachedAt(decimal mark, bool isBuy) => FiresAbove(isBuy) ? mark >= Px : mark <= Px;
}
