using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>How an account stands in one dex, told again and again.</summary>
/// <param name="type">Name of subscription and channel.</param>
/// <param name="user">Whose.</param>
/// <param name="dex">Where.</param>
internal abstract class UserDexFeed(string type, Address user, PerpDex dex)
    : StateFeed(new() { ["type"] = type, ["user"] = user.ToString(), ["dex"] = dex.Name })
{
    public sealed override Address? User => user;

    /// <summary>What it tells, and under which name. An address without account is told as one that has nothing.</summary>
    protected abstract (string Name, JsonNode Value) State(Account account, PerpDex dex, Exchange exchange);

    protected sealed override JsonNode Data(Exchange exchange)
    {
        var (name, value) = State(exchange.Find(user) ?? new(user), dex, exchange);
        return new JsonObject { ["dex"] = dex.Name, ["user"] = user.ToString(), [name] = value };
    }
}
