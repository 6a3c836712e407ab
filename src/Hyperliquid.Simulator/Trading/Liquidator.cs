using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>
/// Closes the positions of whoever is worth less than their maintenance margin: the open orders end, and market orders go to the book. Of
/// a large position first a part, and the rest after a pause if that was not enough.
/// </summary>
internal sealed class Liquidator(Universe universe, Funds funds, Matching matching, Func<Instrument, Market> marketOf)
{
    private const decimal LargeNtl = 100_000;
    private const decimal FirstPart = 0.2m;
    private const long Pause = 30_000;

    // A market order takes what there is; this only has to be worse than any price in the book.
    private const decimal Slippage = 0.5m;

    private readonly Dictionary<(Account Account, Perp Perp), long> paused = [];

    /// <summary>Liquidates whoever the present marks leave without margin.</summary>
    public void Run(IEnumerable<Account> accounts, Block block)
    {
        foreach (var account in accounts.Where(account => !account.IsHouse && account.Positions.Any()).ToList())
        {
            foreach (var dex in universe.Dexs)
                Run(account, funds.MarginOf(account, dex), block);
        }
    }

    private void Run(Account account, Margin margin, Block block)
    {
        // What closing the largest one frees may carry the others.
        foreach (var position in margin.Positions.OrderByDescending(margin.MaintenanceOf).ToList())
        {
            if (margin.IsExhausted(position))
                Liquidate(account, position.Perp, margin.IsCross(position) ? margin.Positions.Select(other => other.Perp) : [position.Perp], block);
            else
                paused.Remove((account, position.Perp));
        }
    }

    private void Liquidate(Account account, Perp perp, IEnumerable<Perp> together, Block block)
    {
        foreach (var order in account.OpenOrders.Where(order => order.Instrument is Perp ordered && together.Contains(ordered)).ToList())
        {
            if (order.IsOpen)
                matching.Cancel(order, OrderStatus.LiquidatedCanceled, block);
        }

        var (szi, mark) = (account.SziIn(perp), marketOf(perp).MarkPx);
        var isPaused = paused.TryGetValue((account, perp), out var until);
        if (block.Time < until || marketOf(perp).Book.Best(bidSide: szi > 0) is null)
            return;
        var sz = Math.Abs(szi);
        if (!isPaused && sz * mark > LargeNtl)
        {
            sz = Decimals.Floor(sz * FirstPart, perp.SzDecimals);
            paused[(account, perp)] = block.Time + Pause;
        }

        var limit = szi > 0 ? perp.PriceAtOrBelow(mark * (1 - Slippage)) : perp.PriceAtOrAbove(mark * (1 + Slippage));
        matching.Place(account, new(perp, IsBuy: szi < 0, limit, sz, ReduceOnly: true, TimeInForce.LiquidationMarket, Cloid: null), block);
    }
}
