using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>API wallets: addresses that may sign for a master and its subaccounts and vaults.</summary>
internal sealed class Agents
{
    private const long RemovalMs = 5_000;

    private readonly SortedDictionary<Address, Agent> byAddress = [];
    private readonly Dictionary<Address, long> removals = [];

    /// <summary>The agent with this address, expired or not.</summary>
    public Agent? Find(Address address) => byAddress.TryGetValue(address, out var agent) ? agent : null;

    /// <summary>The wallet of a master that has no name; null: none was approved.</summary>
    public Agent? UnnamedOf(Address master) => Of(master).FirstOrDefault(agent => agent.Name is null);

    public IEnumerable<Agent> Of(Address master) => byAddress.Values.Where(agent => agent.Master == master);

    /// <summary>Approves a wallet in place of the one of the same name.</summary>
    public void Approve(Agent agent)
    {
        Forget(agent.Master, agent.Name);
        byAddress[agent.Address] = agent;
    }

    /// <summary>Removes the wallet of that name.</summary>
    public void Remove(Address master, string? name, long time)
    {
        if (Forget(master, name))
            removals[master] = time;
    }

    /// <summary>For a while after a removal no other wallet can be approved.</summary>
    public bool IsRemovalPending(Address master, long time) =>
        removals.TryGetValue(master, out var removed) && time < removed + RemovalMs;

    private bool Forget(Address master, string? name) =>
        Of(master).FirstOrDefault(agent => agent.Name == name) is { } agent && byAddress.Remove(agent.Address);

    /// <summary>An approved wallet.</summary>
    /// <param name="Address">The wallet.</param>
    /// <param name="Master">Whom it signs for.</param>
    /// <param name="Name">Null for the unnamed one.</param>
    /// <param name="ValidUntil">Last valid millisecond; null: no expiry.</param>
    internal sealed record Agent(Address Address, Address Master, string? Name, long? ValidUntil)
    {
        public bool IsValidAt(long time) => ValidUntil is not { } until || time <= until;
    }
}
