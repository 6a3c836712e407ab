using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Steps of an account's orders in the long form: first its history as a snapshot, then those of each block.</summary>
internal sealed class UserHistoricalOrdersFeed(Address user) : HistoryFeed("userHistoricalOrders", "orderHistory", rank: 4, user)
{
    public static UserHistoricalOrdersFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override IEnumerable<JsonObject> Past(Account? account) =>
        (account?.History ?? []).TakeLast(HistoricalOrders.Retention).Reverse().Select(OrderJson.WithStatus);

    protected override IEnumerable<JsonObject> News(Block block) =>
        block.OrderUpdates.Where(update => update.Order.Account.Address == User).Select(OrderJson.FrontendUpdate);
}
