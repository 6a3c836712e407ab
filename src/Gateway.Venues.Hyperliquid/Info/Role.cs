using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account is to the venue, for clients: <c>userRole</c>.</summary>
/// <param name="Kind">In the venue's word.</param>
/// <param name="Master">Whose agent or subaccount it is.</param>
internal sealed record Role(string Kind, string? Master)
{
    public static Role Read(JsonElement reply)
    {
        var role = UserRole.Read(reply);
        return new(role.Role, role.Master?.ToString());
    }
}
