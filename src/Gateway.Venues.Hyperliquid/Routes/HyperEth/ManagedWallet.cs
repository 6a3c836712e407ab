using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Accounts;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>The agent wallet that the aggregator keeps for an account.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Nonces">Its nonces, shared by all accounts that name the wallet.</param>
internal sealed record ManagedWallet(Address Address, NonceSequence Nonces)
{
    /// <summary>Why the wallet cannot trade for the account, in one sentence with the cure; null if it can.</summary>
    public static string? ProblemOf(string name, Address account, UserRole accountRole, Address? signer, Address wallet, UserRole walletRole)
    {
        if (AccountRoles.ProblemOf(name, account, accountRole) is { } problem)
            return problem;
        if (accountRole.Role is not "user")
        {
            return $"Account {name}: an intent of route {HyperliquidNames.HyperEth} trades for the wallet's own master, and {account} is a {accountRole.Role}; " +
                $"remove Accounts:{name}:HyperEthWallet, or trade its master.";
        }

        if (wallet == signer)
        {
            return $"Account {name}: {wallet} is the wallet that the gateway itself signs with, and two signers would use up each other's nonces; " +
                $"set Accounts:{name}:HyperEthWallet to the wallet that HyperETH keeps.";
        }

        return walletRole is { Role: "agent", Master: { } master } && master == account
            ? null
            : $"Account {name}: {wallet} is no agent of {account} ({Describe(walletRole)}); " +
                $"approve the wallet that HyperETH keeps from {account}, or correct Accounts:{name}:HyperEthWallet.";
    }

    private static string Describe(UserRole role) => role switch
    {
        { Role: "agent", Master: { } master } => $"it is one of {master}",
        { Role: "missing" } => "the venue does not know it: never approved, expired or revoked",
        _ => $"it is a {role.Role} of its own",
    };
}
