using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>
/// Spot balances; what open orders lock is in <c>hold</c>. Where a balance stands behind perpetuals, its total is all that
/// the account is worth in that token, and what positions take is in <c>hold</c>, too.
/// </summary>
internal sealed class SpotClearinghouseState : InfoRequest
{
    public override string Type => "spotClearinghouseState";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        AccountOf(request, exchange) is { } account ? Of(account, exchange) : new JsonObject { ["balances"] = new JsonArray() };

    public static JsonObject Of(Account account, Exchange exchange)
    {
        var isPortfolio = account.Mode == AccountMode.PortfolioMargin;
        var balances = ArrayOf(account.Balances.Select(balance => Balance(account, balance, isPortfolio, exchange.Funds)));
        if (!isPortfolio)
            return new() { ["balances"] = balances };
        var (collateral, maintenance) = (exchange.Universe.Default.Collateral, MaintenanceOf(account, exchange.Universe.Default.Collateral, exchange));
        var total = exchange.Funds.TotalOf(account, collateral);
        return new()
        {
            ["portfolioMarginEnabled"] = true,
            ["balances"] = balances,
            ["portfolioMarginRatio"] = Numbers.Ratio(total > 0 ? maintenance / total : 0),
            ["tokenToPortfolioBorrowRatio"] = new JsonArray(new JsonArray(collateral.Index, "0.0")),
            ["tokenToPortfolioSupplyRatio"] = new JsonArray(),
            ["tokenToAvailableAfterMaintenance"] = ArrayOf(account.Balances.Select(balance => new JsonArray(
                balance.Token.Index,
                Numbers.Sent(exchange.Funds.TotalOf(account, balance.Token) - MaintenanceOf(account, balance.Token, exchange))))),
        };
    }

    private static decimal MaintenanceOf(Account account, Token token, Exchange exchange) => exchange.Universe.Dexs
        .Where(dex => dex.Collateral == token)
        .Sum(dex => exchange.MarginOf(account, dex).Maintenance);

    private static JsonObject Balance(Account account, SpotBalance balance, bool isPortfolio, Funds funds)
    {
        var json = new JsonObject
        {
            ["coin"] = balance.Token.Name,
            ["token"] = balance.Token.Index,
            ["total"] = Numbers.Sent(funds.TotalOf(account, balance.Token)),
            ["hold"] = Numbers.Sent(Decimals.Cut(funds.HoldOf(account, balance.Token), balance.Token.WeiDecimals)),
            ["entryNtl"] = Numbers.Sent(balance.EntryNtl),
        };
        if (isPortfolio)
        {
            json["ltv"] = Numbers.Sent(balance.Token.LoanToValue);
            json["supplied"] = Numbers.Sent(Math.Max(0, funds.FreeOf(account, balance.Token)));
        }

        return json;
    }
}
