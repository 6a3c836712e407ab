using System.Collections.Frozen;
using Gateway.Orders;
using Gateway.Venues;

namespace Gateway.Server.Sessions;

/// <summary>Whom a key stands for.</summary>
/// <param name="Actor">Its name, trader and desk, as they are journaled.</param>
/// <param name="Accounts">The accounts that it may use and see.</param>
/// <param name="Permissions">What it may do.</param>
internal sealed record Client(Actor Actor, FrozenSet<AccountName> Accounts, Permissions Permissions)
{
    /// <summary>Whether it may do all of these.</summary>
    public bool May(Permissions needed) => (Permissions & needed) == needed;

    /// <summary>The accounts that it may use, in words.</summary>
    public string AccountsInWords => Accounts.Count == 0 ? "none" : string.Join(", ", Accounts.Select(account => account.Value).Order(StringComparer.Ordinal));

    /// <summary>Whether it may use and see an account.</summary>
    public bool Uses(AccountName account) => Accounts.Contains(account);

    /// <summary>Whether it may see an order.</summary>
    public bool Sees(Order order) => Uses(order.Terms.Account);

    /// <summary>Whether it may see a fill.</summary>
    public bool Sees(OrderFill fill) => Uses(fill.Fill.Account);
}
