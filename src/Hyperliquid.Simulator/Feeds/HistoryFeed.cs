using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>What happens to an account: first the latest of it as a snapshot, then what each block brings.</summary>
/// <param name="type">Name of subscription and channel.</param>
/// <param name="member">Under which name the entries are told.</param>
/// <param name="rank">When it hears of a block among the feeds of a connection.</param>
/// <param name="user">Whose.</param>
internal abstract class HistoryFeed(string type, string member, int rank, Address user) : Feed(new() { ["type"] = type, ["user"] = user.ToString() })
{
    public sealed override int Rank => rank;

    public sealed override Address? User => user;

    public sealed override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = Data(Past(exchange.Find(user)));
        snapshot["isSnapshot"] = true;
        yield return Message(type, snapshot);
    }

    public sealed override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var news = News(block).ToList();
        if (news.Count > 0)
            yield return Message(type, Data(news));
    }

    /// <summary>What the snapshot tells, in its order; of nobody, nothing.</summary>
    protected abstract IEnumerable<JsonObject> Past(Account? account);

    /// <summary>What a block has brought the account.</summary>
    protected abstract IEnumerable<JsonObject> News(Block block);

    private JsonObject Data(IEnumerable<JsonObject> entries) => new() { ["user"] = user.ToString(), [member] = new JsonArray([.. entries]) };
}
