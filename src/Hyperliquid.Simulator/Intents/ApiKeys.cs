using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Intents;

/// <summary>The aggregator's customers: which key may use which wallets.</summary>
internal sealed class ApiKeys
{
    private readonly Dictionary<string, HashSet<Address>> wallets = new(StringComparer.Ordinal);

    public void Register(string key, Address wallet)
    {
        if (!wallets.TryGetValue(key, out var managed))
            wallets.Add(key, managed = []);
        managed.Add(wallet);
    }

    public bool IsKnown(string key) => wallets.ContainsKey(key);

    public bool MayUse(string key, Address wallet) => wallets.TryGetValue(key, out var managed) && managed.Contains(wallet);
}
