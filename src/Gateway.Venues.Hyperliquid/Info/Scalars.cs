using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>Answers that are a word or a number.</summary>
internal static class Scalars
{
    /// <summary><c>maxBuilderFee</c>: tenths of a basis point; 0: not approved.</summary>
    public static long MaxBuilderFee(JsonElement reply) => reply.ValueKind == JsonValueKind.Number && reply.TryGetInt64(out var fee)
        ? fee
        : throw new UnreadableMessageException("maxBuilderFee is no whole number.");

    /// <summary><c>userDexAbstraction</c>; null: never set.</summary>
    public static bool? DexAbstraction(JsonElement reply) => reply.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => throw new UnreadableMessageException("userDexAbstraction is neither true, false nor null."),
    };

    /// <summary><c>userAbstraction</c>: the venue's word for how balances are kept.</summary>
    public static string Abstraction(JsonElement reply) => reply.AsText()
        ?? throw new UnreadableMessageException("userAbstraction is no word.");

    /// <summary><c>allMids</c>: the mid of every market by the venue's name of it.</summary>
    public static ImmutableDictionary<string, decimal> Mids(JsonElement reply) => reply.ValueKind == JsonValueKind.Object
        ? reply.EnumerateObject().ToImmutableDictionary(
            coin => coin.Name, coin => coin.Value.AsNumber() ?? throw new UnreadableMessageException($"The mid of {coin.Name} is no number."), StringComparer.Ordinal)
        : throw new UnreadableMessageException("allMids is no object.");
}
