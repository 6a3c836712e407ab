using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>The older way to choose portfolio margin, or to give it up: <c>userPortfolioMargin</c>.</summary>
internal sealed record UserPortfolioMargin(UserSignedAction.Origin From, Address User, bool Enabled) : UserSignedAction(From)
{
    public override string Type => "userPortfolioMargin";

    protected override string Name => "UserPortfolioMargin";

    public static UserPortfolioMargin Read(Body action) => new(Origin.Read(action), action.Address("user"), action.Flag("enabled"));

    protected override TypedData Sign(TypedData data) =>
        data.Address("user", User).Flag("enabled", Enabled).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) => OwnOf(User, exchange, account) is { } own
        ? AbstractionRules.Switch(exchange, own, Enabled ? AccountMode.PortfolioMargin : AccountMode.Disabled)
        : new ActionReply.Refused(NotOwn);
}
