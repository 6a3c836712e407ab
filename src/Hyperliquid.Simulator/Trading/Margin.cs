using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Cross margin of one account at the present marks.</summary>
internal sealed class Margin(Account account, Func<Instrument, Market> marketOf)
{
    private const decimal WithdrawalShare = 0.1m;

    /// <summary>Cash plus positions at mark.</summary>
    public decimal AccountValue => account.RawUsd + account.Positions.Sum(position => position.Szi * MarkOf(position.Perp));

    /// <summary>Sum of absolute values at mark.</summary>
    public decimal TotalNtlPos => account.Positions.Sum(position => Math.Abs(position.Szi) * MarkOf(position.Perp));

    /// <summary>Initial margin of the positions alone.</summary>
    public decimal PositionMargin => account.Positions.Sum(InitialOf);

    /// <summary>Below this the venue would liquidate.</summary>
    public decimal Maintenance => account.Positions.Sum(MaintenanceOf);

    /// <summary>What may leave the account.</summary>
    public decimal Withdrawable => Math.Max(0, AccountValue - Math.Max(Required(null), WithdrawalShare * TotalNtlPos));

    public decimal InitialOf(Position position) => Math.Abs(position.Szi) * MarkOf(position.Perp) / LeverageIn(position.Perp);

    public decimal MaintenanceOf(Position position) => Math.Abs(position.Szi) * MarkOf(position.Perp) / (2 * position.Perp.MaxLeverage);

    /// <summary>Where the position alone would exhaust the account; null if nowhere above zero.</summary>
    public decimal? LiquidationPx(Position position)
    {
        var side = Math.Sign(position.Szi);
        var maintenanceRate = 1m / (2 * position.Perp.MaxLeverage);
        var px = MarkOf(position.Perp)
            - (side * (AccountValue - Maintenance) / Math.Abs(position.Szi) / (1 - (maintenanceRate * side)));
        return px > 0 ? px : null;
    }

    /// <summary>Whether the account can carry one more order besides its positions and open orders.</summary>
    public bool Allows(OrderTerms order)
    {
        if (account.IsHouse || order.ReduceOnly)
            return true;
        var required = Required(order);
        return required <= AccountValue || required <= Required(null);
    }

    /// <summary>Margin that buying and selling a perpetual may use: what is free, and what closing the position would free twice.</summary>
    public (decimal Buy, decimal Sell) AvailableIn(Perp perp)
    {
        var free = Math.Max(0, AccountValue - Required(extra: null));
        var reversal = 2 * account.SziIn(perp) * MarkOf(perp) / LeverageIn(perp);
        return (free + Math.Max(0, -reversal), free + Math.Max(0, reversal));
    }

    /// <summary>Whether positions and open orders could be carried if a perpetual were margined otherwise.</summary>
    public bool AllowsLeverage(Perp perp, int leverage) =>
        leverage >= LeverageIn(perp) || Required(extra: null, changed: perp, leverage) <= AccountValue;

    /// <summary>Whether a resting order can still be carried when it is about to match.</summary>
    public bool AllowsMatch(Order maker)
    {
        if (account.IsHouse || maker.Instrument is not Perp perp)
            return true;
        var szi = account.SziIn(perp);
        var after = szi + (maker.IsBuy ? maker.Sz : -maker.Sz);
        var change = (Math.Abs(after) - Math.Abs(szi)) * MarkOf(perp) / LeverageIn(perp);
        return change <= 0 || PositionMargin + change <= AccountValue;
    }

    // Buys and sells of one market cannot both add to the position, so the worse side counts.
    private decimal Required(OrderTerms? extra, Perp? changed = null, int leverage = 1)
    {
        var exposures = new Dictionary<Perp, (decimal Buys, decimal Sells)>();
        foreach (var order in account.OpenOrders)
        {
            if (order.Instrument is Perp perp && !order.Terms.ReduceOnly && !order.IsWaiting)
                Count(perp, order.IsBuy, order.Sz);
        }

        if (extra is { Instrument: Perp ordered })
            Count(ordered, extra.IsBuy, extra.Sz);
        foreach (var position in account.Positions)
            exposures.TryAdd(position.Perp, default);

        return exposures.Sum(exposure =>
        {
            var szi = account.SziIn(exposure.Key);
            var most = Math.Max(Math.Abs(szi + exposure.Value.Buys), Math.Abs(szi - exposure.Value.Sells));
            return most * MarkOf(exposure.Key) / (changed == exposure.Key ? leverage : LeverageIn(exposure.Key));
        });

        void Count(Perp perp, bool buy, decimal sz)
        {
            var (buys, sells) = exposures.GetValueOrDefault(perp);
            exposures[perp] = buy ? (buys + sz, sells) : (buys, sells + sz);
        }
    }

    private int LeverageIn(Perp perp) => account.LeverageIn(perp).Value;

    private decimal MarkOf(Perp perp) => marketOf(perp).MarkPx;
}
