using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>
/// Margin of one account in one perp dex at the present marks. What is not said otherwise is about cross margin: an isolated position
/// stands on what was put up for it, and concerns nothing else.
/// </summary>
internal sealed class Margin(Account account, PerpDex dex, Funds funds, Func<Instrument, Market> marketOf)
{
    private const decimal WithdrawalShare = 0.1m;

    /// <summary>Cash plus positions at mark.</summary>
    public decimal AccountValue => account.CashIn(dex) + Crossed.Sum(position => position.Szi * MarkOf(position.Perp));

    /// <summary>The same with what the isolated positions are worth.</summary>
    public decimal TotalValue => AccountValue + IsolatedValue;

    /// <summary>Sum of absolute values at mark.</summary>
    public decimal NtlPos => NtlOf(Crossed);

    /// <summary>The same with the isolated positions.</summary>
    public decimal TotalNtlPos => NtlOf(Positions);

    /// <summary>Initial margin of the positions alone.</summary>
    public decimal PositionMargin => Crossed.Sum(MarginUsedBy);

    /// <summary>What positions bind, isolated ones all that was put up for them.</summary>
    public decimal TotalMarginUsed => Positions.Sum(MarginUsedBy);

    /// <summary>Below this the venue liquidates.</summary>
    public decimal Maintenance => Crossed.Sum(MaintenanceOf);

    /// <summary>What may leave the dex; nothing where money is pooled, as none is there.</summary>
    public decimal Withdrawable =>
        account.IsPooled ? 0 : Math.Max(0, AccountValue - Math.Max(Required(), WithdrawalShare * NtlPos));

    /// <summary>The account value that the dex tells; where money is pooled it holds as much as its positions take.</summary>
    public decimal ToldValue => account.IsPooled ? PositionMargin : AccountValue;

    /// <summary>The same with what the isolated positions are worth.</summary>
    public decimal ToldTotalValue => ToldValue + IsolatedValue;

    /// <summary>The cash that the dex tells.</summary>
    public decimal ToldCash => ToldValue - Crossed.Sum(position => position.Szi * MarkOf(position.Perp));

    /// <summary>The same with that of the isolated positions.</summary>
    public decimal ToldTotalCash => ToldTotalValue - Positions.Sum(position => position.Szi * MarkOf(position.Perp));

    public IEnumerable<Position> Positions => account.Positions.Where(position => position.Perp.Dex == dex);

    private IEnumerable<Position> Crossed => Positions.Where(IsCross);

    private decimal IsolatedValue => Positions.Where(position => !IsCross(position)).Sum(ValueOf);

    private decimal Backing => funds.Behind(account, dex);

    /// <summary>What a position binds: its initial margin, or all that an isolated one is worth.</summary>
    public decimal MarginUsedBy(Position position) => IsCross(position) ? InitialOf(position) : ValueOf(position);

    /// <summary>What may be taken from behind an isolated position, or how much is missing if negative.</summary>
    public decimal SpareOf(Position position) =>
        ValueOf(position) - Math.Max(InitialOf(position), WithdrawalShare * Math.Abs(position.Szi) * MarkOf(position.Perp));

    public bool IsCross(Position position) => account.LeverageIn(position.Perp).IsCross;

    public decimal InitialOf(Position position) => Math.Abs(position.Szi) * MarkOf(position.Perp) / LeverageIn(position.Perp);

    public decimal MaintenanceOf(Position position) => Math.Abs(position.Szi) * MarkOf(position.Perp) / (2 * position.Perp.MaxLeverage);

    /// <summary>Where the position alone would exhaust what stands behind it; null if nowhere above zero.</summary>
    public decimal? LiquidationPx(Position position)
    {
        var side = Math.Sign(position.Szi);
        var maintenanceRate = 1m / (2 * position.Perp.MaxLeverage);
        var spare = IsCross(position) ? Backing - Maintenance : ValueOf(position) - MaintenanceOf(position);
        var px = MarkOf(position.Perp) - (side * spare / Math.Abs(position.Szi) / (1 - (maintenanceRate * side)));
        return px > 0 ? px : null;
    }

    /// <summary>Whether what stands behind a position is less than its maintenance margin: that of all cross ones, or of an isolated one.</summary>
    public bool IsExhausted(Position position) =>
        IsCross(position) ? Backing < Maintenance : ValueOf(position) < MaintenanceOf(position);

    /// <summary>Whether the account can carry one more order besides its positions and open orders.</summary>
    public bool Allows(OrderTerms order)
    {
        if (account.IsHouse || order.ReduceOnly)
            return true;
        var required = Required(order);
        return required <= Backing || required <= Required();
    }

    /// <summary>What is bound by nothing.</summary>
    public decimal Free => Math.Max(0, Backing - Required());

    /// <summary>Margin that buying and selling a perpetual may use: what is free, and what closing the position would free twice.</summary>
    public (decimal Buy, decimal Sell) AvailableIn(Perp perp)
    {
        var free = Free;
        var reversal = 2 * account.SziIn(perp) * MarkOf(perp) / LeverageIn(perp);
        return (free + Math.Max(0, -reversal), free + Math.Max(0, reversal));
    }

    /// <summary>Whether positions and open orders could be carried if a perpetual were margined otherwise.</summary>
    public bool AllowsLeverage(Perp perp, int leverage) =>
        leverage >= LeverageIn(perp) || Required(extra: null, changed: perp, leverage) <= Backing;

    /// <summary>Whether a resting order can still be carried when it is about to match.</summary>
    public bool AllowsMatch(Order maker)
    {
        if (account.IsHouse || maker.Instrument is not Perp perp)
            return true;
        var szi = account.SziIn(perp);
        var after = szi + (maker.IsBuy ? maker.Sz : -maker.Sz);
        var change = (Math.Abs(after) - Math.Abs(szi)) * MarkOf(perp) / LeverageIn(perp);
        return change <= 0 || PositionMargin + change <= Backing;
    }

    /// <summary>Initial margin of positions and open orders, and of one more order.</summary>
    public decimal Required(OrderTerms? extra = null) => Required(extra, changed: null, leverage: 1);

    // Buys and sells of one market cannot both add to the position, so the worse side counts.
    private decimal Required(OrderTerms? extra, Perp? changed, int leverage)
    {
        var exposures = new Dictionary<Perp, (decimal Buys, decimal Sells)>();
        foreach (var order in account.OpenOrders)
        {
            if (order.Instrument is Perp perp && perp.Dex == dex && !order.Terms.ReduceOnly && !order.IsWaiting)
                Count(perp, order.IsBuy, order.Sz);
        }

        if (extra is { Instrument: Perp ordered })
            Count(ordered, extra.IsBuy, extra.Sz);
        foreach (var position in Positions)
            exposures.TryAdd(position.Perp, default);

        return exposures.Sum(exposure =>
        {
            var szi = account.SziIn(exposure.Key);
            var most = Math.Max(Math.Abs(szi + exposure.Value.Buys), Math.Abs(szi - exposure.Value.Sells));
            // An isolated position has its margin already.
            if (!account.LeverageIn(exposure.Key).IsCross)
                most = Math.Max(0, most - Math.Abs(szi));
            return most * MarkOf(exposure.Key) / (changed == exposure.Key ? leverage : LeverageIn(exposure.Key));
        });

        void Count(Perp perp, bool buy, decimal sz)
        {
            var (buys, sells) = exposures.GetValueOrDefault(perp);
            exposures[perp] = buy ? (buys + sz, sells) : (buys, sells + sz);
        }
    }

    private decimal ValueOf(Position position) => position.Cash + (position.Szi * MarkOf(position.Perp));

    private decimal NtlOf(IEnumerable<Position> positions) => positions.Sum(position => Math.Abs(position.Szi) * MarkOf(position.Perp));

    private int LeverageIn(Perp perp) => account.LeverageIn(perp).Value;

    private decimal MarkOf(Perp perp) => marketOf(perp).MarkPx;
}
