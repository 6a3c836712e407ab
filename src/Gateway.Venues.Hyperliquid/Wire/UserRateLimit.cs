using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>How many actions an account has sent and may send: the answer to <c>userRateLimit</c>.</summary>
/// <param name="CumulativeVolume">USDC traded since the account began; each adds one action.</param>
/// <param name="RequestsUsed">Actions sent so far; above the cap only a trickle is taken.</param>
/// <param name="RequestsCap">10000 and one for each USDC traded.</param>
/// <param name="RequestsSurplus">Actions bought besides; older answers do not say.</param>
internal sealed record UserRateLimit(decimal CumulativeVolume, long RequestsUsed, long RequestsCap, long RequestsSurplus)
{
    public static InfoQuery<UserRateLimit> Of(Address user) => InfoQuery.Of("userRateLimit", user, Read);

    public static UserRateLimit Read(JsonElement reply) => new(
        reply.Need("cumVlm"), reply.NeedInteger("nRequestsUsed"), reply.NeedInteger("nRequestsCap"), reply.Integer("nRequestsSurplus") ?? 0);
}
