using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>The older way to choose portfolio margin, or to give it up: <c>userPortfolioMargin</c>.</summary>
internal sealed record UserPortfolioMargin(UserSignedAction.Origin From, Address User, bool Enabled) : UserSwitch(From, User, Enabled)
{
    public override string Type => "userPortfolioMargin";

    protected override string Name => "UserPortfolioMargin";

    public static UserPortfolioMargin Read(Body action) => new(Origin.Read(action), action.Address("user"), action.Flag("enabled"));

    protected override ActionReply Turn(Account account, Exchange exchange) =>
        AbstractionRules.Switch(exchange, account, Enabled ? AccountMode.PortfolioMargin : AccountMode.Disabled);
}
