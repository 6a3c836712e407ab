using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Chooses how the money of an account, or of a subaccount of it, is pooled: <c>userSetAbstraction</c>.</summary>
internal sealed record UserSetAbstraction(UserSignedAction.Origin From, Address User, string Abstraction) : UserSignedAction(From)
{
    public override string Type => "userSetAbstraction";

    protected override string Name => "UserSetAbstraction";

    public static UserSetAbstraction Read(Body action) => action.Text("abstraction") is "disabled" or "unifiedAccount" or "portfolioMargin"
        ? new(Origin.Read(action), action.Address("user"), action.Text("abstraction"))
        : throw new UnreadableException($"unknown variant `{action.Text("abstraction")}`");

    protected override TypedData Sign(TypedData data) =>
        data.Address("user", User).Text("abstraction", Abstraction).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        OwnOf(User, exchange, account) is { } own
            ? AbstractionRules.Switch(exchange, own, AbstractionRules.Named(Abstraction)!.Value)
            : new ActionReply.Refused(NotOwn);
}
