using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account holds of a token: an element of <c>spotClearinghouseState</c>.</summary>
/// <param name="Coin">The venue's name of the token.</param>
/// <param name="Token">Its index.</param>
/// <param name="Total">What is held.</param>
/// <param name="Hold">How much of it is bound by open orders and, in unified accounts, as margin.</param>
/// <param name="EntryNotional">What was paid for it.</param>
internal sealed record SpotBalance(string Coin, long Token, decimal Total, decimal Hold, decimal EntryNotional)
{
    public static ImmutableArray<SpotBalance> ReadAll(JsonElement state) => state.NeedMember("balances").Rows(row =>
        new SpotBalance(row.NeedText("coin"), row.NeedInteger("token"), row.Need("total"), row.Need("hold"), row.Need("entryNtl")));
}
