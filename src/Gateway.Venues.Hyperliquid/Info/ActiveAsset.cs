using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account may still do in a market: <c>activeAssetData</c>.</summary>
internal sealed record ActiveAsset(
    string Coin, decimal Leverage, bool IsIsolated, decimal MostToBuy, decimal MostToSell, decimal AvailableToBuy, decimal AvailableToSell, decimal? Mark)
{
    public static ActiveAsset Read(JsonElement reply)
    {
        var leverage = reply.NeedMember("leverage");
        var (buy, sell) = Pair(reply, "maxTradeSzs");
        var (toBuy, toSell) = Pair(reply, "availableToTrade");
        return new(
            reply.NeedText("coin"), leverage.Need("value"), leverage.Text("type") == "isolated", buy, sell, toBuy, toSell, reply.Number("markPx"));
    }

    private static (decimal Buy, decimal Sell) Pair(JsonElement reply, string name) =>
        reply.NeedMember(name).Rows(side => side.AsNumber() ?? throw new UnreadableMessageException($"{name} holds no numbers.")) is [var buy, var sell]
            ? (buy, sell)
            : throw new UnreadableMessageException($"{name} is no pair.");
}
