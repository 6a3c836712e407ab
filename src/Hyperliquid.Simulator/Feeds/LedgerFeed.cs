using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>An account's deposits and transfers: first all as a snapshot, then each as it happens.</summary>
internal sealed class LedgerFeed(Address user)
    : Feed(new() { ["type"] = "userNonFundingLedgerUpdates", ["user"] = user.ToString() })
{
    private int told;

    public override int Rank => 4;

    public override Address? User => user;

    public static LedgerFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = News(exchange);
        snapshot["isSnapshot"] = true;
        yield return Message("userNonFundingLedgerUpdates", snapshot);
    }

    public override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (exchange.Find(user)?.Ledger.Count > told)
            yield return Message("userNonFundingLedgerUpdates", News(exchange));
    }

    private JsonObject News(Exchange exchange)
    {
        var entries = exchange.Find(user)?.Ledger ?? [];
        var news = entries.Skip(told).Select(LedgerJson.Of).ToArray<JsonNode>();
        told = entries.Count;
        return new() { ["user"] = user.ToString(), ["nonFundingLedgerUpdates"] = new JsonArray(news) };
    }
}
