using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Lets margin move to builders' dexs by itself, or no more: <c>userDexAbstraction</c>.</summary>
internal sealed record UserDexAbstraction(UserSignedAction.Origin From, Address User, bool Enabled) : UserSwitch(From, User, Enabled)
{
    public override string Type => "userDexAbstraction";

    protected override string Name => "UserDexAbstraction";

    public static UserDexAbstraction Read(Body action) => new(Origin.Read(action), action.Address("user"), action.Flag("enabled"));

    protected override ActionReply Turn(Account account, Exchange exchange)
    {
        account.DexAbstraction = Enabled;
        return new ActionReply.Done();
    }
}
