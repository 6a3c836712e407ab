using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Spot balances of an account.</summary>
internal sealed class SpotStateFeed(Address user, bool ignorePortfolioMargin)
    : StateFeed(new() { ["type"] = "spotState", ["user"] = user.ToString(), ["ignorePortfolioMargin"] = ignorePortfolioMargin })
{
    public override Address? User => user;

    public static SpotStateFeed Open(Body subscription, Exchange exchange) => new(
        subscription.Address("user"), subscription.Has("ignorePortfolioMargin") && subscription.Flag("ignorePortfolioMargin"));

    protected override JsonNode Data(Exchange exchange)
    {
        var state = SpotClearinghouseState.Of(exchange.Find(user) ?? new(user), exchange);
        return new JsonObject
        {
            ["user"] = user.ToString(),
            ["spotState"] = ignorePortfolioMargin ? new JsonObject { ["balances"] = state["balances"]!.DeepClone() } : state,
        };
    }
}
