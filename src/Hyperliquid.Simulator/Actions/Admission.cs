using Gateway.Cryptography;
using Hyperliquid.Simulator.Intents;
using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Actions;

/// <summary>
/// Decides who acts and whether they may, in the venue's order: weight, expiry, time of the nonce, signer, account, use of the
/// nonce. Only an admitted action uses its nonce up.
/// </summary>
internal sealed class Admission(Exchange exchange, Chain chain)
{
    private const int MaxWeight = 200;
    private const int CostOfExpiry = 5;
    private readonly Dictionary<Address, NonceWindow> nonces = [];

    /// <summary>The account a signed action is meant for, whether or not it would be admitted; null if there is none.</summary>
    public Address? AccountOf(SignedAction signed) =>
        signed.SignerOn(chain) is { } signer && MasterOf(signer) is { } master ? signed.Vault ?? master.Address : null;

    /// <summary>Admits an action for an account or says why not.</summary>
    public (Account? Account, Address? Signer, string? Refusal) Admit(SignedAction signed)
    {
        var now = exchange.Clock.Now;
        if (signed.Action.Weight > MaxWeight)
            return (null, null, $"Signed action over weight limit of {MaxWeight}.");
        if (signed.ExpiresAfter < now)
        {
            Charge(signed);
            return (null, null, "Action already expired");
        }

        if (NonceWindow.CheckTime(signed.Nonce, now) is { } untimely)
            return (null, null, untimely);
        if (signed.Action is UserSignedAction own && own.CheckOrigin(signed.Nonce, chain) is { } misplaced)
            return (null, null, misplaced);
        if (signed.SignerOn(chain) is not { } signer)
            return (null, null, "Unable to recover signer.");
        if (signed.Action is UserSignedAction && SelfOf(signer) is null)
            return (null, signer, $"Must deposit before performing actions. User: {signer}");
        if (MasterOf(signer) is not { } master)
            return (null, signer, $"User or API Wallet {signer} does not exist.");
        if (ActedOn(signed, master) is not { } account)
            return (null, signer, $"Vault not registered: {signed.Vault}");
        return Spend(account, signer, signed.Action, signed.Nonce) is { } refusal ? (null, signer, refusal) : (account, signer, null);
    }

    /// <summary>Admits orders that an aggregator places with a wallet it keeps, or says why not.</summary>
    public (Account? Account, string? Refusal) Admit(TradeIntent intent)
    {
        if (intent.Action.Weight > MaxWeight)
            return (null, $"Signed action over weight limit of {MaxWeight}.");
        if (NonceWindow.CheckTime(intent.Nonce, exchange.Clock.Now) is { } untimely)
            return (null, untimely);
        if (MasterOf(intent.Wallet) is not { } account)
            return (null, $"User or API Wallet {intent.Wallet} does not exist.");
        return Spend(account, intent.Wallet, intent.Action, intent.Nonce) is { } refusal ? (null, refusal) : (account, null);
    }

    private string? Spend(Account account, Address signer, VenueAction action, long nonce)
    {
        if (!account.IsFunded && !account.IsHouse)
            return $"Must deposit before performing actions. User: {account.Address}";
        return AddressBudget.Refuse(account, action, exchange.Limits, exchange.Clock.Now) ?? NoncesOf(signer).Take(nonce);
    }

    // An expired action costs its address five times as much as one in time.
    private void Charge(SignedAction expired)
    {
        if (AccountOf(expired) is { } address && exchange.Find(address) is { } account)
            account.RequestsUsed += CostOfExpiry * Math.Max(1, expired.Action.Weight);
    }

    private Account? MasterOf(Address signer)
    {
        if (SelfOf(signer) is { } account)
            return account;
        return exchange.Agents.Find(signer) is { } agent && agent.IsValidAt(exchange.Clock.Now) ? exchange.Find(agent.Master) : null;
    }

    // Subaccounts and vaults have no key.
    private Account? SelfOf(Address signer) => exchange.Find(signer) is { Master: null, Leader: null } account ? account : null;

    private Account? ActedOn(SignedAction signed, Account master)
    {
        if (signed.Vault is not { } vault)
            return master;
        return exchange.Find(vault) is { } account && (account.Master == master.Address || account.Leader == master.Address) ? account : null;
    }

    private NonceWindow NoncesOf(Address signer)
    {
        if (!nonces.TryGetValue(signer, out var window))
            nonces.Add(signer, window = new());
        return window;
    }
}
