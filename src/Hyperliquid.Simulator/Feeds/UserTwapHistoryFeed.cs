using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>What becomes of an account's TWAP orders: first all as a snapshot, then each step.</summary>
internal sealed class UserTwapHistoryFeed(Address user) : HistoryFeed("userTwapHistory", "history", rank: 3, user)
{
    public static UserTwapHistoryFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override IEnumerable<JsonObject> Past(Account? account) =>
        TwapJson.History(account).Reverse();

    protected override IEnumerable<JsonObject> News(Block block) =>
        block.TwapSteps.Where(step => step.Twap.Account.Address == User).Select(step => TwapJson.Step(step.Twap, step.Step));
}
