using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Which API wallets an account may approve.</summary>
internal static class AgentRules
{
    private const long DayMs = 24 * 3600 * 1000L;
    private const long LongestLifetimeMs = 180 * DayMs;
    private const int MostNamed = 3;
    private const int MostNamedPerSubAccount = 2;

    /// <summary>How long a wallet may sign if nothing else was asked for.</summary>
    public const long DefaultLifetimeMs = 90 * DayMs;

    /// <summary>Why a wallet cannot be approved; null if it can.</summary>
    public static string? Check(Exchange exchange, Account account, Address agent, string? name, long? validUntil, long now)
    {
        if (exchange.Agents.IsRemovalPending(account.Address, now))
            return "User has pending agent removal";
        if (exchange.Agents.Find(agent) is not null || exchange.Find(agent) is not null)
            return "Extra agent already used.";
        if (validUntil is { } until && (until <= now || until > now + LongestLifetimeMs))
            return "Agent valid_until already expired.";

        var subAccounts = exchange.Accounts.Count(other => other.Master == account.Address);
        var most = MostNamed + (MostNamedPerSubAccount * subAccounts);
        var named = exchange.Agents.Of(account.Address).Where(other => other.Name is not null && other.IsValidAt(now)).ToList();
        return name is not null && named.Count >= most && named.TrueForAll(other => other.Name != name)
            ? $"Too many extra agents for cumulative volume traded. Current limit is {most}"
            : null;
    }
}
