using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Margin and positions of an account in every dex; the venue's own has the empty name.</summary>
internal sealed class AllDexsClearinghouseStateFeed(Address user)
    : StateFeed(new() { ["type"] = "allDexsClearinghouseState", ["user"] = user.ToString() })
{
    public override Address? User => user;

    public static AllDexsClearinghouseStateFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override JsonNode Data(Exchange exchange)
    {
        var account = exchange.Find(user) ?? new(user);
        return new JsonObject
        {
            ["user"] = user.ToString(),
            ["clearinghouseStates"] = new JsonArray([.. exchange.Universe.Dexs.Select(dex =>
                new JsonArray(dex.Name, ClearinghouseState.Of(account, dex, exchange)))]),
        };
    }
}
