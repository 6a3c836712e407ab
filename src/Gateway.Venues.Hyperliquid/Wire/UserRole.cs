using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What an address is to the venue: the answer to <c>userRole</c>.</summary>
/// <param name="Role"><c>missing</c>, <c>user</c>, <c>agent</c>, <c>subAccount</c> or <c>vault</c>.</param>
/// <param name="Master">Whose agent or subaccount it is.</param>
internal sealed record UserRole(string Role, Address? Master)
{
    public static InfoQuery<UserRole> Of(Address user) => InfoQuery.Of("userRole", user, Read);

    public static UserRole Read(JsonElement reply)
    {
        var role = reply.Text("role") ?? throw new UnreadableMessageException("userRole answered without a role.");
        var data = reply.Member("data");
        return new(role, Address.TryParse(data?.Text("user") ?? data?.Text("master"), out var master) ? master : null);
    }
}
