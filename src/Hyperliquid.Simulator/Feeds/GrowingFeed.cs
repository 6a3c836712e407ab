using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>A list of an account that only grows: first all of it as a snapshot, then what is new.</summary>
/// <typeparam name="T">An entry.</typeparam>
/// <param name="type">Name of subscription and channel.</param>
/// <param name="member">Under which name the entries are told.</param>
/// <param name="user">Whose.</param>
internal abstract class GrowingFeed<T>(string type, string member, Address user) : Feed(new() { ["type"] = type, ["user"] = user.ToString() })
{
    private int told;

    public sealed override int Rank => 4;

    public sealed override Address? User => user;

    public sealed override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = News(exchange);
        snapshot["isSnapshot"] = true;
        yield return Message(type, snapshot);
    }

    public sealed override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (exchange.Find(user) is { } account && Of(account).Count > told)
            yield return Message(type, News(exchange));
    }

    /// <summary>The list.</summary>
    protected abstract IReadOnlyList<T> Of(Account account);

    /// <summary>An entry as it is told.</summary>
    protected abstract JsonNode Json(T entry);

    private JsonObject News(Exchange exchange)
    {
        var entries = exchange.Find(user) is { } account ? Of(account) : [];
        var news = entries.Skip(told).Select(Json).ToArray();
        told = entries.Count;
        return new() { ["user"] = user.ToString(), [member] = new JsonArray(news) };
    }
}
