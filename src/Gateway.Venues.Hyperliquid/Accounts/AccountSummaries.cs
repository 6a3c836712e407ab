using System.Collections.Immutable;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Markets;

namespace Gateway.Venues.Hyperliquid.Accounts;

/// <summary>
/// Reads how accounts stand. Standard accounts keep collateral on each dex apart from spot; in unified and portfolio-margin
/// accounts the spot balances are the collateral of all dexes, what is bound of them is their hold, and the dexes' own
/// sums mean nothing.
/// </summary>
internal sealed class AccountSummaries(InfoClient info, HyperliquidMarkets markets, TimeProvider time)
{
    private const int Usdc = 0;

    private static readonly TimeSpan ListingLife = TimeSpan.FromMinutes(10);

    private (Listing Listing, long ReadAt)? known;

    /// <exception cref="Transport.TransportException">The venue cannot be asked, or keeps the account in a way that is not known here.</exception>
    public async Task<AccountSummary> ReadAsync(AccountName account, Address user, CancellationToken cancellationToken)
    {
        var mode = ModeOf(account, await info.AskAsync(InfoQuery.Of("userAbstraction", user, Scalars.Abstraction), cancellationToken));
        var listing = await ListingAsync(cancellationToken);
        var balances = await info.AskAsync(InfoQuery.Of("spotClearinghouseState", user, SpotBalance.ReadAll), cancellationToken);
        var mids = await info.AskAsync(InfoQuery.Of("allMids", Scalars.Mids), cancellationToken);
        var states = new List<(Listing.Dex Dex, ClearinghouseState State)>();
        foreach (var dex in listing.Dexes)
            states.Add((dex, await info.AskAsync(InfoQuery.OfDex("clearinghouseState", user, dex.Name, ClearinghouseState.Read), cancellationToken)));

        var prices = new Prices(listing, mids);
        ImmutableArray<CollateralPool> pools = mode == AccountMode.Standard
            ? [.. states.Select(one => PoolOf(one.Dex, one.State, listing, prices))]
            : [.. balances.Where(balance => listing.Dexes.Any(dex => dex.Collateral == balance.Token)).Select(balance => PoolOf(balance, prices))];
        ImmutableArray<AccountBalance> held = [.. balances.Select(balance => BalanceOf(balance, listing, prices))];
        var equity = held.Sum(balance => balance.Value ?? 0);
        if (mode == AccountMode.Standard)
            equity += pools.Sum(pool => pool.Equity * (pool.Price ?? 0));
        return new(
            account,
            mode,
            equity,
            pools.Sum(pool => pool.MarginUsed * (pool.Price ?? 0)),
            pools.Sum(pool => pool.Available * (pool.Price ?? 0)),
            pools,
            [.. states.SelectMany(one => one.State.Positions).Select(PositionOf)],
            held,
            states.Select(one => one.State.Time).DefaultIfEmpty(time.GetUtcNow()).Min());
    }

    private static AccountMode ModeOf(AccountName account, string word) => word switch
    {
        "default" or "disabled" => AccountMode.Standard,
        "unifiedAccount" => AccountMode.Unified,
        "portfolioMargin" => AccountMode.PortfolioMargin,
        // Read in a wrong way, an account would look empty or twice as rich.
        _ => throw new Transport.TransportException($"The venue keeps account {account} in the mode '{word}', which this gateway does not know; nothing can be said about it."),
    };

    private async Task<Listing> ListingAsync(CancellationToken cancellationToken)
    {
        if (known is { } read && time.GetElapsedTime(read.ReadAt) < ListingLife)
            return read.Listing;
        var listing = await Listing.ReadAsync(info, cancellationToken);
        known = (listing, time.GetTimestamp());
        return listing;
    }

    private static CollateralPool PoolOf(Listing.Dex dex, ClearinghouseState state, Listing listing, Prices prices) => new(
        dex.Name, listing.NameOf(dex.Collateral), prices.Of(dex.Collateral), state.AccountValue, state.TotalMarginUsed, state.Withdrawable);

    private static CollateralPool PoolOf(SpotBalance balance, Prices prices) => new(
        Dex: null, balance.Coin, prices.Of(balance.Token), balance.Total, balance.Hold, Math.Max(0, balance.Total - balance.Hold));

    private AccountPosition PositionOf(PerpetualPosition position) => new(
        markets.Current.Find(position.Coin)?.Market.Id,
        position.Coin,
        position.Size,
        position.EntryPrice,
        position.Value,
        position.UnrealizedPnl,
        position.LiquidationPrice,
        position.MarginUsed,
        position.Leverage,
        position.IsIsolated);

    private AccountBalance BalanceOf(SpotBalance balance, Listing listing, Prices prices)
    {
        var product = balance.Token == Usdc
            ? markets.Current.ProductOf(balance.Coin)
            : listing.PairOf(balance.Token) is { } pair ? markets.Current.Find(pair)?.Market.Base.Id : null;
        var value = balance.Total == 0 ? 0 : balance.Total * prices.Of(balance.Token);
        return new(product, balance.Coin, balance.Total, balance.Hold, value);
    }

    /// <summary>What tokens are worth in dollars; by index, because anybody may name a token like another.</summary>
    private sealed class Prices(Listing listing, ImmutableDictionary<string, decimal> mids)
    {
        public decimal? Of(long token) => token == Usdc
            ? 1
            : listing.PairOf(token) is { } pair && mids.TryGetValue(pair, out var mid) ? mid : null;
    }
}
