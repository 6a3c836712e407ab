using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Whose trading it is. The firm is always part of it.</summary>
/// <param name="Account">The account traded on.</param>
/// <param name="Trader">Who ordered; null for a fill that no order of ours caused.</param>
/// <param name="Desk">The trader's desk, or the account's where nobody ordered; null: none.</param>
public readonly record struct Party(AccountName Account, string? Trader, string? Desk)
{
    /// <summary>Whose an order is; one that nobody of this gateway placed is the account's.</summary>
    public static Party Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.IsForeign
            ? new(order.Terms.Account, Trader: null, Desk: null)
            : new(order.Terms.Account, order.Actor.Trader, order.Actor.Desk);
    }
}
