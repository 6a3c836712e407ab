using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>An account's perpetuals on one dex: <c>clearinghouseState</c>.</summary>
/// <param name="AccountValue">Collateral and unrealised results, isolated positions included.</param>
/// <param name="TotalNotional">The sum of the positions' absolute values.</param>
/// <param name="TotalRawUsd">The collateral without the positions' values.</param>
/// <param name="TotalMarginUsed">What the positions bind.</param>
/// <param name="MaintenanceMargin">Below this account value the cross positions are liquidated.</param>
/// <param name="Withdrawable">What is free.</param>
/// <param name="Positions">The positions.</param>
/// <param name="Time">The venue's clock.</param>
internal sealed record ClearinghouseState(
    decimal AccountValue,
    decimal TotalNotional,
    decimal TotalRawUsd,
    decimal TotalMarginUsed,
    decimal? MaintenanceMargin,
    decimal Withdrawable,
    ImmutableArray<PerpetualPosition> Positions,
    DateTimeOffset Time)
{
    public static ClearinghouseState Read(JsonElement state)
    {
        var margin = state.NeedMember("marginSummary");
        return new(
            margin.Need("accountValue"),
            margin.Need("totalNtlPos"),
            margin.Need("totalRawUsd"),
            margin.Need("totalMarginUsed"),
            state.Number("crossMaintenanceMarginUsed"),
            state.Need("withdrawable"),
            [.. state.Items("assetPositions").Select(one => PerpetualPosition.Read(one.NeedMember("position")))],
            state.NeedTime("time"));
    }
}

/// <summary>A position.</summary>
/// <param name="Coin">The market.</param>
/// <param name="Size">Signed: below zero is short.</param>
/// <param name="EntryPrice">The average price paid.</param>
/// <param name="Value">Its absolute value at the mark.</param>
/// <param name="UnrealizedPnl">What closing it at the mark would bring.</param>
/// <param name="LiquidationPrice">Null: none is in sight.</param>
/// <param name="MarginUsed">What it binds.</param>
/// <param name="Leverage">Its leverage.</param>
/// <param name="IsIsolated">Whether its margin is its own.</param>
internal sealed record PerpetualPosition(
    string Coin,
    decimal Size,
    decimal? EntryPrice,
    decimal Value,
    decimal UnrealizedPnl,
    decimal? LiquidationPrice,
    decimal MarginUsed,
    decimal Leverage,
    bool IsIsolated)
{
    public static PerpetualPosition Read(JsonElement position)
    {
        var leverage = position.NeedMember("leverage");
        return new(
            position.NeedText("coin"),
            position.Need("szi"),
            position.Number("entryPx"),
            position.Need("positionValue"),
            position.Need("unrealizedPnl"),
            position.Number("liquidationPx"),
            position.Need("marginUsed"),
            leverage.Need("value"),
            leverage.Text("type") == "isolated");
    }
}
