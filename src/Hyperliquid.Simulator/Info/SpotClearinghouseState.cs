using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Spot balances; what open orders lock is in <c>hold</c>.</summary>
internal sealed class SpotClearinghouseState : InfoRequest
{
    public override string Type => "spotClearinghouseState";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        AccountOf(request, exchange) is { } account ? Of(account) : new JsonObject { ["balances"] = new JsonArray() };

    public static JsonObject Of(Account account) =>
        new() { ["balances"] = ArrayOf(account.Balances.Select(balance => Balance(account, balance))) };

    private static JsonObject Balance(Account account, SpotBalance balance) => new()
    {
        ["coin"] = balance.Token.Name,
        ["token"] = balance.Token.Index,
        ["total"] = Numbers.Sent(balance.Total),
        ["hold"] = Numbers.Sent(account.Hold(balance.Token)),
        ["entryNtl"] = Numbers.Sent(balance.EntryNtl),
    };
}
