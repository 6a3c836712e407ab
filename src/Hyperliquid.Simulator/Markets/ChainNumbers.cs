namespace Hyperliquid.Simulator.Markets;

/// <summary>
/// What differs between the networks: the same markets have other ids. An adapter that carries mainnet's numbers to testnet
/// trades the wrong asset there.
/// </summary>
/// <param name="FirstPerps">Perpetuals that come first; the others follow as on mainnet.</param>
/// <param name="HypeToken">Index of the token HYPE.</param>
/// <param name="HypePair">Index of the pair HYPE/USDC.</param>
internal sealed record ChainNumbers(IReadOnlyList<string> FirstPerps, int HypeToken, int HypePair)
{
    private static readonly ChainNumbers Mainnet = new([], 150, 107);
    private static readonly ChainNumbers Testnet = new(["SOL", "APT", "ATOM", "BTC", "ETH"], 1105, 1035);

    public static ChainNumbers Of(Chain chain) => chain == Chain.Mainnet ? Mainnet : Testnet;

    /// <summary>The perpetuals in the order that gives them their ids.</summary>
    public IEnumerable<Perp> InOrder(IEnumerable<Perp> perps)
    {
        var all = perps.ToList();
        return FirstPerps.Select(coin => all.Find(perp => perp.Coin == coin)!)
            .Concat(all.Where(perp => !FirstPerps.Contains(perp.Coin, StringComparer.Ordinal)));
    }
}
