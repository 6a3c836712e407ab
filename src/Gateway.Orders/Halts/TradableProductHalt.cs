using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>A market takes no new orders.</summary>
public sealed record TradableProductHalt(MarketId Market) : Halt("TradableProduct", Market.Value)
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => market.Market == Market;
}
