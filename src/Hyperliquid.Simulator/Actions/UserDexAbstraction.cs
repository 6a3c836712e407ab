using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Lets margin move to builders' dexs by itself, or no more: <c>userDexAbstraction</c>.</summary>
internal sealed record UserDexAbstraction(UserSignedAction.Origin From, Address User, bool Enabled) : UserSignedAction(From)
{
    public override string Type => "userDexAbstraction";

    protected override string Name => "UserDexAbstraction";

    public static UserDexAbstraction Read(Body action) => new(Origin.Read(action), action.Address("user"), action.Flag("enabled"));

    protected override TypedData Sign(TypedData data) =>
        data.Address("user", User).Flag("enabled", Enabled).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (OwnOf(User, exchange, account) is not { } own)
            return new ActionReply.Refused(NotOwn);
        own.DexAbstraction = Enabled;
        return new ActionReply.Done();
    }
}
