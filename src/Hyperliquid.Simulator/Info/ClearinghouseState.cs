using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>
/// Margin and positions of an account in a dex; an address without one has zeros. Where spot balances stand behind the
/// perpetuals, it tells of no more money than the positions take.
/// </summary>
internal sealed class ClearinghouseState : InfoRequest
{
    public override string Type => "clearinghouseState";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var account = AccountOf(request, exchange) ?? new Account(Address.Zero);
        return DexOf(request, exchange) is { } dex
            ? Of(account, dex, exchange)
            : Of(new Account(Address.Zero), exchange.Universe.Default, exchange);
    }

    public static JsonObject Of(Account account, PerpDex dex, Exchange exchange)
    {
        var margin = exchange.MarginOf(account, dex);
        return new()
        {
            ["marginSummary"] = Summary(margin.ToldTotalValue, margin.TotalNtlPos, margin.ToldTotalCash, margin.TotalMarginUsed),
            ["crossMarginSummary"] = Summary(margin.ToldValue, margin.NtlPos, margin.ToldCash, margin.PositionMargin),
            ["crossMaintenanceMarginUsed"] = Numbers.Usd(margin.Maintenance),
            ["withdrawable"] = Numbers.Usd(margin.Withdrawable),
            ["assetPositions"] = ArrayOf(margin.Positions.Select(position => new JsonObject
            {
                ["type"] = "oneWay",
                ["position"] = PositionJson(position, account, margin, exchange.MarketOf(position.Perp).MarkPx),
            })),
            ["time"] = exchange.Clock.Now,
        };
    }

    private static JsonObject Summary(decimal value, decimal notional, decimal cash, decimal margin) => new()
    {
        ["accountValue"] = Numbers.Usd(value),
        ["totalNtlPos"] = Numbers.Usd(notional),
        ["totalRawUsd"] = Numbers.Usd(cash),
        ["totalMarginUsed"] = Numbers.Usd(margin),
    };

    private static JsonObject PositionJson(Position position, Account account, Margin margin, decimal markPx)
    {
        var entryNtl = Math.Abs(position.Szi) * position.EntryPx;
        var pnl = position.Szi * (markPx - position.EntryPx);
        var leverage = account.LeverageIn(position.Perp);
        return new()
        {
            ["coin"] = position.Perp.Coin,
            ["szi"] = Numbers.Sent(position.Szi),
            ["leverage"] = LeverageJson(leverage, position.Cash),
            ["entryPx"] = Numbers.Sent(Markets.Decimals.Cut(position.EntryPx, position.Perp.PriceDecimals)),
            ["positionValue"] = Numbers.Usd(Math.Abs(position.Szi) * markPx),
            ["unrealizedPnl"] = Numbers.Usd(pnl),
            ["returnOnEquity"] = Numbers.Ratio(pnl * leverage.Value / entryNtl),
            ["liquidationPx"] = margin.LiquidationPx(position) is { } px ? Numbers.Ratio(px) : null,
            ["marginUsed"] = Numbers.Usd(margin.MarginUsedBy(position)),
            ["maxLeverage"] = position.Perp.MaxLeverage,
            ["cumFunding"] = FundingJson(position.PaidFunding),
        };
    }

    private static JsonObject FundingJson((decimal AllTime, decimal SinceOpen, decimal SinceChange) paid) => new()
    {
        ["allTime"] = Numbers.Usd(paid.AllTime),
        ["sinceOpen"] = Numbers.Usd(paid.SinceOpen),
        ["sinceChange"] = Numbers.Usd(paid.SinceChange),
    };

    private static JsonObject LeverageJson(Leverage leverage, decimal rawUsd)
    {
        var json = new JsonObject { ["type"] = leverage.IsCross ? "cross" : "isolated", ["value"] = leverage.Value };
        if (!leverage.IsCross)
            json["rawUsd"] = Numbers.Usd(rawUsd);
        return json;
    }
}
