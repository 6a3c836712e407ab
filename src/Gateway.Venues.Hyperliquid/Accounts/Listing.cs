using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Accounts;

/// <summary>What an account may hold: the dexes with their collateral, and the tokens with the pairs that price them.</summary>
internal sealed record Listing(ImmutableArray<Listing.Dex> Dexes, SpotMeta Spot)
{
    /// <summary>A dex and the index of the token that its margin is paid in.</summary>
    internal sealed record Dex(string Name, int Collateral);

    /// <exception cref="Transport.TransportException">The venue cannot be asked.</exception>
    public static async Task<Listing> ReadAsync(InfoClient info, CancellationToken cancellationToken)
    {
        var names = await info.AskAsync(InfoQuery.Of("perpDexs", PerpetualDex.ReadAll), cancellationToken);
        var metas = await info.AskAsync(InfoQuery.Of("allPerpMetas", PerpetualMetas.ReadAll), cancellationToken);
        var spot = await info.AskAsync(InfoQuery.Of("spotMeta", SpotMeta.Read), cancellationToken);
        return names.Length == metas.Length
            ? new([.. names.Zip(metas, (name, meta) => new Dex(name.Name, meta.CollateralToken))], spot)
            : throw new Transport.TransportException($"The venue lists {names.Length} dexes and {metas.Length} metas.");
    }

    public string NameOf(int token) => Spot.Tokens.FirstOrDefault(one => one.Index == token)?.Name ?? $"#{token}";

    /// <summary>The venue's name of the pair that trades a token against USDC.</summary>
    public string? PairOf(long token) => Spot.Pairs.FirstOrDefault(pair => pair.BaseToken == token && pair.QuoteToken == 0)?.Name;
}
