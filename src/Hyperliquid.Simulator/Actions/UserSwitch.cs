using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Turns something on or off for the account itself or one of its subaccounts.</summary>
/// <param name="From">Where it was signed.</param>
/// <param name="User">For whom.</param>
/// <param name="Enabled">On or off.</param>
internal abstract record UserSwitch(UserSignedAction.Origin From, Address User, bool Enabled) : UserSignedAction(From)
{
    protected sealed override TypedData Sign(TypedData data) =>
        data.Address("user", User).Flag("enabled", Enabled).Integer("nonce", From.Nonce);

    public sealed override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        OwnOf(User, exchange, account) is { } own ? Turn(own, exchange) : new ActionReply.Refused(NotOwn);

    /// <summary>Does it.</summary>
    protected abstract ActionReply Turn(Account account, Exchange exchange);
}
