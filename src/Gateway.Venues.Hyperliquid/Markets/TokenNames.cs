using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>
/// Which symbol each spot token goes by. Several tokens may bear one name: the one with the lowest index, which is the
/// first that was listed, keeps the bare name, and each later one is told apart by its index (<c>PURR:1</c>). Tokens are only
/// ever appended, so a newcomer cannot take a name over. Once given, a symbol stays with the token's id for the life of the
/// process, also should the venue renumber its tokens.
/// </summary>
internal sealed class TokenNames
{
    private readonly ImmutableDictionary<string, string> symbolByTokenId;

    private TokenNames(ImmutableDictionary<string, string> symbolByTokenId) => this.symbolByTokenId = symbolByTokenId;

    public static TokenNames None { get; } = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    public TokenNames With(ImmutableArray<TokenMeta> tokens)
    {
        var symbols = symbolByTokenId.ToBuilder();
        var taken = symbols.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var token in tokens.OrderBy(token => token.Index))
        {
            if (symbols.ContainsKey(token.TokenId))
                continue;
            var symbol = taken.Contains(token.Name) ? $"{token.Name}:{token.Index}" : token.Name;
            taken.Add(symbol);
            symbols[token.TokenId] = symbol;
        }

        return new TokenNames(symbols.ToImmutable());
    }

    public string SymbolOf(TokenMeta token) => symbolByTokenId[token.TokenId];
}
