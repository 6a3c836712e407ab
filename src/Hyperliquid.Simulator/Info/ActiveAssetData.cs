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
        return exchange.FindMarket(request.Text("coin")) is { Instrument: Perp perp } market ? Of(account, perp, market, exchange) : null;
    }

    public static JsonObject Of(Account account, Perp perp, Market market, Exchange exchange)
    {
        var leverage = account.LeverageIn(perp);
        var margin = exchange.MarginOf(account, perp.Dex);
        var (buy, sell) = margin.AvailableIn(perp);
        return new JsonObject
        {
            ["user"] = account.Address.ToString(),
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
