using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Fills of an account's TWAP orders: first the latest as a snapshot, oldest first, then those of each block.</summary>
internal sealed class UserTwapSliceFillsFeed(Address user) : HistoryFeed("userTwapSliceFills", "twapSliceFills", rank: 3, user)
{
    public static UserTwapSliceFillsFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override IEnumerable<JsonObject> Past(Account? account) =>
        (account?.Fills ?? []).Where(fill => fill.Order.Terms.Twap is not null).TakeLast(UserTwapSliceFills.Most).Select(TwapJson.Slice);

    protected override IEnumerable<JsonObject> News(Block block) =>
        block.Fills.Where(fill => fill.Order.Terms.Twap is not null && fill.Order.Account.Address == User).Select(TwapJson.Slice);
}
