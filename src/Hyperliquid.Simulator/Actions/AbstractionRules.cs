using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Puts an account into a mode if nothing of it depends on the mode it is in.</summary>
internal static class AbstractionRules
{
    public static ActionReply Switch(Exchange exchange, Account account, AccountMode mode)
    {
        var isBusy = account.Positions.Any() || account.OpenOrders.Any();
        if (account.IsPooled && mode is AccountMode.Default or AccountMode.Disabled && isBusy)
            return new ActionReply.Refused("Cannot disable abstraction with open positions or orders.");
        exchange.Funds.Switch(account, mode);
        return new ActionReply.Done();
    }

    /// <summary>The mode that a client means by its name; null if there is none.</summary>
    public static AccountMode? Named(string name) => name switch
    {
        "disabled" or "i" => AccountMode.Disabled,
        "unifiedAccount" or "u" => AccountMode.UnifiedAccount,
        "portfolioMargin" or "p" => AccountMode.PortfolioMargin,
        _ => null,
    };
}
