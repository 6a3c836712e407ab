using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Worth and profit of an account by period; one point, now, in each.</summary>
internal sealed class Portfolio : InfoRequest
{
    public override string Type => "portfolio";

    private static readonly string[] Periods = ["day", "week", "month", "allTime", "perpDay", "perpWeek", "perpMonth", "perpAllTime"];

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var account = AccountOf(request, exchange) ?? new Account(request.Address("user"));
        var perps = exchange.Universe.Dexs.Sum(dex => exchange.MarginOf(account, dex).TotalValue);
        var all = perps + exchange.Universe.SpotPairs
            .Where(pair => pair.Quote == exchange.Universe.Default.Collateral)
            .Sum(pair => account.TotalOf(pair.Base) * exchange.MarketOf(pair).MarkPx) + account.TotalOf(exchange.Universe.Default.Collateral);
        return ArrayOf(Periods.Select(period => new JsonArray(period, new JsonObject
        {
            ["accountValueHistory"] = Point(period.StartsWith("perp", StringComparison.Ordinal) ? perps : all),
            ["pnlHistory"] = Point(0),
            ["vlm"] = Numbers.Usd(account.CumVlm),
        })));

        JsonArray Point(decimal value) => new(new JsonArray(exchange.Clock.Now, Numbers.Usd(value)));
    }
}
