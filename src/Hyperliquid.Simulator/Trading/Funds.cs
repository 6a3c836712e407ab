using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What an account has of each token and may use of it, in every mode of account.</summary>
internal sealed class Funds(Universe universe, Func<Instrument, Market> marketOf)
{
    /// <summary>Margin in one dex at the present marks.</summary>
    public Margin MarginOf(Account account, PerpDex dex) => new(account, dex, this, marketOf);

    /// <summary>What there is of a token: the balance and, where it is pooled, the worth of the perpetuals margined in it.</summary>
    public decimal TotalOf(Account account, Token token) =>
        account.TotalOf(token) + Pooled(account, token).Sum(margin => margin.AccountValue);

    /// <summary>What is locked: by spot orders and, where it is pooled, by positions and orders of perpetuals.</summary>
    public decimal HoldOf(Account account, Token token) =>
        account.Hold(token) + Pooled(account, token).Sum(margin => margin.Required());

    /// <summary>What a spot order may use.</summary>
    public decimal FreeOf(Account account, Token token) => TotalOf(account, token) - HoldOf(account, token);

    /// <summary>What stands behind the perpetuals of one dex.</summary>
    public decimal Behind(Account account, PerpDex dex)
    {
        var own = MarginOf(account, dex);
        if (!account.IsPooled)
            return own.AccountValue;
        return FreeOf(account, dex.Collateral) + own.Required() + LoanOf(account, dex.Collateral);
    }

    /// <summary>
    /// With dex abstraction, an order in a builder's dex takes the margin that it lacks from the venue's own dex, or from spot
    /// if the collateral is another.
    /// </summary>
    public void Draw(Account account, OrderTerms order)
    {
        if (account.DexAbstraction != true || account.IsPooled || order.Instrument is not Perp { Dex: { IsDefault: false } dex })
            return;
        var margin = MarginOf(account, dex);
        var missing = margin.Required(order) - margin.AccountValue;
        var fromVenue = dex.Collateral == universe.Default.Collateral;
        var available = fromVenue ? MarginOf(account, universe.Default).Withdrawable : FreeOf(account, dex.Collateral);
        if (missing <= 0 || missing > available)
            return;
        if (fromVenue)
            account.Credit(universe.Default, -missing);
        else
            account.BalanceOf(dex.Collateral).Deposit(-missing);
        account.Credit(dex, missing);
    }

    /// <summary>Puts an account into another mode.</summary>
    public void Switch(Account account, AccountMode mode)
    {
        // Pooled money is told as spot balances, and stays there when it is pooled no more.
        if (account.IsPooled || mode is AccountMode.UnifiedAccount or AccountMode.PortfolioMargin)
        {
            foreach (var dex in universe.Dexs)
                account.Sweep(dex);
        }

        account.Mode = mode;
    }

    private IEnumerable<Margin> Pooled(Account account, Token token) => account.IsPooled
        ? universe.Dexs.Where(dex => dex.Collateral == token).Select(dex => MarginOf(account, dex))
        : [];

    // Loans are in the venue's own collateral.
    private decimal LoanOf(Account account, Token token)
    {
        if (account.Mode != AccountMode.PortfolioMargin || token != universe.Default.Collateral)
            return 0;
        return universe.SpotPairs
            .Where(pair => pair.Quote == token && pair.Base.LoanToValue > 0)
            .Sum(pair => pair.Base.LoanToValue * Math.Max(0, account.TotalOf(pair.Base)) * marketOf(pair).MarkPx);
    }
}
