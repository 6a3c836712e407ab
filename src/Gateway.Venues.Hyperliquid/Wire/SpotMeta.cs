using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The spot tokens and pairs. Pairs are known by their index, not by their position: indexes may be missing.</summary>
internal sealed record SpotMeta(ImmutableArray<TokenMeta> Tokens, ImmutableArray<PairMeta> Pairs)
{
    public static SpotMeta Read(JsonElement spotMeta) => new(
        [.. spotMeta.Items("tokens").Select(TokenMeta.Read)],
        [.. spotMeta.Items("universe").Select(PairMeta.Read)]);
}

/// <summary>One spot token.</summary>
internal sealed record TokenMeta(string Name, int Index, string TokenId, int SizeDecimals)
{
    public static TokenMeta Read(JsonElement token) => new(
        token.Text("name") ?? throw new UnreadableMessageException("A token in spotMeta has no name."),
        token.Small("index", int.MaxValue),
        token.Text("tokenId") ?? $"#{token.Integer("index")}",
        token.Small("szDecimals", most: 28));
}

/// <summary>One spot pair, by the indexes of its tokens.</summary>
internal sealed record PairMeta(string Name, int Index, int BaseToken, int QuoteToken)
{
    public static PairMeta Read(JsonElement pair)
    {
        var tokens = pair.Items("tokens").Select(token => token.ValueKind == JsonValueKind.Number && token.TryGetInt32(out var index) ? index : -1).ToArray();
        return new PairMeta(
            pair.Text("name") ?? throw new UnreadableMessageException("A pair in spotMeta has no name."),
            pair.Small("index", int.MaxValue),
            tokens is [var baseToken, _] ? baseToken : throw new UnreadableMessageException("A pair in spotMeta has not two tokens."),
            tokens[1]);
    }
}
