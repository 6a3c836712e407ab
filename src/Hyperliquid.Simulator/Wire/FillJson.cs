using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>A fill as <c>userFills</c> and <c>userEvents</c> print it.</summary>
internal static class FillJson
{
    private const int SpotPnlDecimals = 8;

    // Nobody signed a slice.
    private const string NoHash = "0x0000000000000000000000000000000000000000000000000000000000000000";

    public static JsonObject Of(Fill fill)
    {
        var order = fill.Order;
        var json = new JsonObject
        {
            ["coin"] = order.Instrument.Coin,
            ["px"] = Numbers.Sent(fill.Px),
            ["sz"] = Numbers.Sent(fill.Sz),
            ["side"] = order.IsBuy ? "B" : "A",
            ["time"] = fill.Time,
            ["startPosition"] = Numbers.Sent(fill.StartPosition),
            ["dir"] = fill.Dir,
            ["closedPnl"] = order.Instrument is Perp ? Numbers.Usd(fill.ClosedPnl) : Numbers.Sent(Decimals.Cut(fill.ClosedPnl, SpotPnlDecimals)),
            ["hash"] = order.Terms.Twap is null ? fill.Hash : NoHash,
            ["oid"] = order.Oid,
            ["crossed"] = fill.Crossed,
            ["fee"] = Numbers.Sent(fill.Fee),
            ["tid"] = fill.Tid,
            ["feeToken"] = fill.FeeToken,
            ["twapId"] = order.Terms.Twap,
        };
        if (fill.BuilderFee != 0)
            json["builderFee"] = Numbers.Sent(fill.BuilderFee);
        if (order.Terms.Cloid is { } cloid)
            json["cloid"] = cloid;
        if (fill.Liquidation is { } liquidation)
            json["liquidation"] = new JsonObject { ["liquidatedUser"] = liquidation.User.ToString(), ["markPx"] = Numbers.Sent(liquidation.MarkPx), ["method"] = "market" };
        return json;
    }

    /// <summary>With <c>aggregateByTime</c>, what one crossing order took in one block at one price is one fill.</summary>
    public static IEnumerable<Fill> Aggregate(IEnumerable<Fill> fills) => fills
        .GroupBy(fill => (fill.Order.Oid, fill.Time, fill.Px, Single: fill.Crossed ? 0 : fill.Tid))
        .Select(group => group.First() with
        {
            Sz = group.Sum(fill => fill.Sz),
            Fee = group.Sum(fill => fill.Fee),
            BuilderFee = group.Sum(fill => fill.BuilderFee),
            ClosedPnl = group.Sum(fill => fill.ClosedPnl),
        });
}
