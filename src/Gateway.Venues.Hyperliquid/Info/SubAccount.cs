using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A subaccount of an account: an element of <c>subAccounts</c>.</summary>
internal sealed record SubAccount(
    string Name, string Address, string Master, ClearinghouseState Clearinghouse, ImmutableArray<SpotBalance> Balances)
{
    /// <summary>The venue says null for none.</summary>
    public static ImmutableArray<SubAccount> ReadAll(JsonElement reply) => reply.ValueKind == JsonValueKind.Null
        ? []
        : reply.Rows(row => new SubAccount(
            row.NeedText("name"),
            row.NeedAddress("subAccountUser"),
            row.NeedAddress("master"),
            ClearinghouseState.Read(row.NeedMember("clearinghouseState")),
            SpotBalance.ReadAll(row.NeedMember("spotState"))));
}
