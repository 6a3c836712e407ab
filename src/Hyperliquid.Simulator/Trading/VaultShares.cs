using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Who owns how much of a vault. What was in it before anybody else came is its leader's.</summary>
internal sealed class VaultShares
{
    private readonly SortedDictionary<Address, decimal> shares = [];

    private decimal Total => shares.Values.Sum();

    /// <summary>Everybody who ever put something in, but for the leader.</summary>
    public bool Has(Address user) => shares.GetValueOrDefault(user) > 0;

    /// <summary>What a user's part is worth.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="leader">The leader of the vault.</param>
    /// <param name="worth">What the whole vault is worth.</param>
    public decimal EquityOf(Address user, Address leader, decimal worth)
    {
        if (Total == 0)
            return user == leader ? worth : 0;
        return worth * shares.GetValueOrDefault(user) / Total;
    }

    /// <summary>Notes money that is about to come, or to go if negative, at what the vault is worth before.</summary>
    public void Move(Address user, Address leader, decimal usd, decimal worth)
    {
        if (Total == 0 && worth > 0)
            shares[leader] = worth;
        var price = Total == 0 || worth <= 0 ? 1 : worth / Total;
        shares[user] = Math.Max(0, shares.GetValueOrDefault(user) + (usd / price));
    }
}
