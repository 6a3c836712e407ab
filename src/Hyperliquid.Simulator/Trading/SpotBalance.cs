using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>A holding of a token. What open orders lock is computed from them, not kept here.</summary>
internal sealed class SpotBalance(Token token)
{
    public Token Token { get; } = token;

    public decimal Total { get; private set; }

    /// <summary>What the holding cost, in the quote token.</summary>
    public decimal EntryNtl { get; private set; }

    public void Deposit(decimal amount) => Total += amount;

    public void Buy(decimal sz, decimal cost)
    {
        Total += sz;
        EntryNtl += cost;
    }

    /// <summary>Takes some away and tells what that part had cost.</summary>
    public decimal Sell(decimal sz)
    {
        var cost = Total > 0 ? EntryNtl * Math.Min(1, sz / Total) : 0;
        Total -= sz;
        EntryNtl -= cost;
        return cost;
    }
}
