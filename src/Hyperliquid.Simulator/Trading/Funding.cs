using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Pays funding at every full hour that the clock passes: size times oracle times the rate that was set; longs pay if it is positive.</summary>
internal sealed class Funding(Universe universe, Func<Instrument, Market> marketOf)
{
    private const long HourMs = 3600 * 1000L;

    // Of a clock that jumps by years only the latest month is paid.
    private const long MostHours = 30 * 24;

    private long paidUntil = -1;

    /// <summary>Pays for the hours since the last call, the first call for none.</summary>
    public void Pay(IReadOnlyCollection<Account> accounts, long now)
    {
        var hour = now / HourMs;
        if (paidUntil < 0 || hour < paidUntil)
            paidUntil = hour;
        for (var due = Math.Max(paidUntil + 1, hour - MostHours); due <= hour; due++)
            PayHour(accounts, due * HourMs);
        paidUntil = hour;
    }

    private void PayHour(IReadOnlyCollection<Account> accounts, long time)
    {
        foreach (var perp in universe.Perps.Where(perp => marketOf(perp).FundingRate != 0))
        {
            var market = marketOf(perp);
            market.FundingHistory.Add((time, market.FundingRate));
            foreach (var account in accounts.Where(account => account.SziIn(perp) != 0))
                account.Pay(new(time, perp, -account.SziIn(perp) * market.OraclePx * market.FundingRate, account.SziIn(perp), market.FundingRate));
        }
    }
}
