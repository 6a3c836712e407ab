using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Steps of an account's orders in the long form: first its history as a snapshot, then those of each block.</summary>
internal sealed class UserHistoricalOrdersFeed(Address user)
    : Feed(new() { ["type"] = "userHistoricalOrders", ["user"] = user.ToString() })
{
    public override int Rank => 4;

    public override Address? User => user;

    public static UserHistoricalOrdersFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        var snapshot = Data((exchange.Find(user)?.History ?? []).TakeLast(HistoricalOrders.Retention).Reverse().Select(OrderJson.WithStatus));
        snapshot["isSnapshot"] = true;
        yield return Message("userHistoricalOrders", snapshot);
    }

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange)
    {
        var own = block.OrderUpdates.Where(update => update.Order.Account.Address == user).Select(OrderJson.FrontendUpdate).ToList();
        if (own.Count > 0)
            yield return Message("userHistoricalOrders", Data(own));
    }

    private JsonObject Data(IEnumerable<JsonObject> orders) =>
        new() { ["user"] = user.ToString(), ["orderHistory"] = new JsonArray([.. orders]) };
}
