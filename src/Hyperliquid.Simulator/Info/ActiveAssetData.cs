using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What an account could trade of a perpetual now; null for anything else.</summary>
internal sealed class ActiveAssetData : InfoRequest
{
    public override string Type => "activeAssetData";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var account = AccountOf(request, exchange) ?? new Account(request.Address("user"));
        if (exchange.FindMarket(request.Text("coin")) is not { Instrument: Perp perp } market)
            return null;
        var leverage = account.LeverageIn(perp);
        var margin = exchange.MarginOf(account, perp.Dex);
        var (buy, sell) = margin.AvailableIn(perp);
        return new JsonObject
        {
            ["user"] = request.Address("user").ToString(),
            ["coin"] = perp.Coin,
            ["leverage"] = new JsonObject { ["type"] = leverage.IsCross ? "cross" : "isolated", ["value"] = leverage.Value },
            ["maxTradeSzs"] = new JsonArray(Size(buy), Size(sell)),
            ["availableToTrade"] = new JsonArray(Numbers.Usd(buy), Numbers.Usd(sell)),
            ["markPx"] = Numbers.Sent(market.MarkPx),
        };

        string Size(decimal available) =>
            Numbers.Sent(Decimals.Floor(available * leverage.Value / market.MarkPx, perp.SzDecimals));
    }
}
