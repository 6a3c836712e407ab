using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>What of an order is to become otherwise.</summary>
/// <param name="Order">The order.</param>
/// <param name="Account">Its account.</param>
/// <param name="Market">Its market, as it is at present.</param>
/// <param name="Price">The new price; null: the one it has.</param>
/// <param name="Quantity">The new whole quantity, with what has traded already; null: the one it has.</param>
public sealed record OrderChange(OrderId Order, AccountName Account, Market Market, Price? Price, Quantity? Quantity);
