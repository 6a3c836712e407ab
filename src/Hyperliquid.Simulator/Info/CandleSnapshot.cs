using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Candles of a time range, oldest first, at most the latest 5000.</summary>
internal sealed class CandleSnapshot : InfoRequest
{
    private const int Most = 5000;

    public override string Type => "candleSnapshot";

    public override int ItemsPerWeight => 60;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var wanted = request.Object("req");
        var interval = CandleInterval.Find(wanted.Text("interval"))
            ?? throw new UnreadableException($"unknown variant `{wanted.Text("interval")}`");
        var from = wanted.Integer("startTime");
        var to = wanted.Has("endTime") ? wanted.Integer("endTime") : long.MaxValue;
        return exchange.FindMarket(wanted.Text("coin")) is { } market
            ? ArrayOf(market.Candles.Of(interval, from, to).TakeLast(Most).Select(candle => MarketJson.Candle(market, interval, candle)))
            : null;
    }
}
