using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>API wallets: addresses that may sign for a master and its subaccounts and vaults.</summary>
internal sealed class Agents
{
    private readonly SortedDictionary<Address, Agent> byAddress = [];

    /// <summary>The agent with this address, expired or not.</summary>
    public Agent? Find(Address address) => byAddress.TryGetValue(address, out var agent) ? agent : null;

    public IEnumerable<Agent> Of(Address master) => byAddress.Values.Where(agent => agent.Master == master);

    public void Approve(Agent agent) => byAddress[agent.Address] = agent;

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
