using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Accounts;

/// <summary>
/// Whether a key may trade for an address, by what both are to the venue. It matters to find out at start: an agent's address
/// in the account's place trades well, while all its orders, fills and balances look empty.
/// </summary>
internal static class AccountRoles
{
    /// <summary>What has to be named in actions as the account that is traded for; null: nothing, it is the signer's own.</summary>
    public static Address? VaultOf(Address address, UserRole account) => account.Role is "subAccount" or "vault" ? address : null;

    /// <summary>What is wrong with the address, whoever signs, in one sentence with the cure; null if nothing is.</summary>
    public static string? ProblemOf(string name, Address address, UserRole account) => account.Role switch
    {
        "missing" => $"Account {name}: the venue does not know the address {address}; deposit to it first, or correct Accounts:{name}:Address.",
        "agent" => $"Account {name}: {address} is the address of an agent of {account.Master}; set Accounts:{name}:Address to {account.Master}.",
        _ => null,
    };

    /// <summary>What is wrong, in one sentence with the cure; null if nothing is.</summary>
    public static string? ProblemOf(string name, Address address, UserRole account, Address signer, UserRole signerRole)
    {
        if (ProblemOf(name, address, account) is { } problem)
            return problem;
        switch (account.Role)
        {
            case "subAccount" when Owner(signer, signerRole) != account.Master:
                return $"Account {name}: {address} is a subaccount of {account.Master}, but the key is {Describe(signer, signerRole)}; " +
                    $"use the key of an agent of {account.Master}.";
            case "vault" when signerRole.Role == "missing":
                // Who leads a vault is not part of this answer; a signer that is nobody cannot.
                return $"Account {name}: the key is {Describe(signer, signerRole)}; use the key of an agent of the vault's leader.";
            case "user" when Owner(signer, signerRole) != address:
                return $"Account {name}: the key is {Describe(signer, signerRole)}, not an agent of {address}; " +
                    $"approve it as an agent of {address}, or use the key of one.";
            default:
                return null;
        }
    }

    private static Address? Owner(Address signer, UserRole role) => role.Role switch
    {
        "agent" => role.Master,
        "missing" => null,
        _ => signer,
    };

    private static string Describe(Address signer, UserRole role) => role.Role switch
    {
        "agent" => $"that of {signer}, an agent of {role.Master}",
        "missing" => $"that of {signer}, which the venue does not know (never approved, expired or revoked)",
        _ => $"that of {signer}, an account of its own",
    };
}
