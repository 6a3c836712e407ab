using System.Collections.Immutable;

namespace Gateway.Venues;

/// <summary>How an account stands. Sums are in US dollars.</summary>
/// <param name="Account">The account.</param>
/// <param name="Mode">How its collateral is kept.</param>
/// <param name="Equity">What it is worth: collateral, unrealised results and balances, as far as they have a price.</param>
/// <param name="MarginUsed">What positions and orders bind of the collateral.</param>
/// <param name="Available">What is free for new positions.</param>
/// <param name="Pools">The collateral, one line for each dex, or for each token where it serves all dexes.</param>
/// <param name="Positions">The open positions.</param>
/// <param name="Balances">The tokens it holds.</param>
/// <param name="Time">By the venue's clock.</param>
public sealed record AccountSummary(
    AccountName Account,
    AccountMode Mode,
    decimal Equity,
    decimal MarginUsed,
    decimal Available,
    ImmutableArray<CollateralPool> Pools,
    ImmutableArray<AccountPosition> Positions,
    ImmutableArray<AccountBalance> Balances,
    DateTimeOffset Time);

/// <summary>Collateral that positions share, in units of its token.</summary>
/// <param name="Dex">The dex that it serves, empty for the venue's own; null: all of them.</param>
/// <param name="Collateral">The venue's name of the token.</param>
/// <param name="Price">What one unit is worth in dollars; null: unknown, and the pool is in none of the sums.</param>
/// <param name="Equity">What is there, unrealised results included.</param>
/// <param name="MarginUsed">What is bound.</param>
/// <param name="Available">What is free.</param>
public sealed record CollateralPool(string? Dex, string Collateral, decimal? Price, decimal Equity, decimal MarginUsed, decimal Available);

/// <summary>A position.</summary>
/// <param name="Market">The market; null where the gateway does not trade it.</param>
/// <param name="Symbol">The venue's name of it.</param>
/// <param name="Quantity">Signed: below zero is short.</param>
/// <param name="EntryPrice">The average price paid.</param>
/// <param name="Value">Its absolute value at the mark.</param>
/// <param name="UnrealizedPnl">What closing it at the mark would bring.</param>
/// <param name="LiquidationPrice">Null: none is in sight.</param>
/// <param name="MarginUsed">What it binds.</param>
/// <param name="Leverage">Its leverage.</param>
/// <param name="IsIsolated">Whether its margin is its own.</param>
public sealed record AccountPosition(
    MarketId? Market,
    string Symbol,
    decimal Quantity,
    decimal? EntryPrice,
    decimal Value,
    decimal UnrealizedPnl,
    decimal? LiquidationPrice,
    decimal MarginUsed,
    decimal Leverage,
    bool IsIsolated);

/// <summary>What is held of a token.</summary>
/// <param name="Product">The product; null where no market of the gateway trades it.</param>
/// <param name="Symbol">The venue's name of it.</param>
/// <param name="Total">What is held.</param>
/// <param name="Held">What of it is bound by orders or as margin.</param>
/// <param name="Value">What all of it is worth in dollars; null: it has no price, and is not in the account's equity.</param>
public sealed record AccountBalance(ProductId? Product, string Symbol, decimal Total, decimal Held, decimal? Value);
