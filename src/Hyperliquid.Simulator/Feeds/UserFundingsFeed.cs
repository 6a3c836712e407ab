using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Funding that an account pays and gets: first all as a snapshot, then each hour's.</summary>
internal sealed class UserFundingsFeed(Address user)
    : Feed(new() { ["type"] = "userFundings", ["user"] = user.ToString() })
{
    private int told;

    public override int Rank => 4;

    public override Address? User => user;

    public static UserFundingsFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = News(exchange);
        snapshot["isSnapshot"] = true;
        yield return Message("userFundings", snapshot);
    }

    public override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (exchange.Find(user)?.Fundings.Count > told)
            yield return Message("userFundings", News(exchange));
    }

    private JsonObject News(Exchange exchange)
    {
        var payments = exchange.Find(user)?.Fundings ?? [];
        var news = payments.Skip(told).Select(FundingJson.Flat).ToArray<JsonNode>();
        told = payments.Count;
        return new() { ["user"] = user.ToString(), ["fundings"] = new JsonArray(news) };
    }
}
