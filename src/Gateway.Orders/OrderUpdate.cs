using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>The state of an order after a change; one object, shared by all who are told.</summary>
/// <param name="Sequence">Grows strictly from update to update: the number of the journal event that made the change.</param>
/// <param name="Account">Its account: who may see it follows from that.</param>
/// <param name="Order">The order.</param>
/// <param name="State">Its state.</param>
/// <param name="Filled">How much of it traded so far.</param>
/// <param name="AveragePrice">At what price on average; null: nothing traded.</param>
/// <param name="RejectReason">Why it was refused or ended without being asked to; otherwise null.</param>
/// <param name="Timestamp">When the change was written down.</param>
/// <param name="Price">Its price, where its terms are not those that it was placed with; otherwise null.</param>
/// <param name="Quantity">Its quantity, likewise.</param>
public sealed record OrderUpdate(
    long Sequence,
    AccountName Account,
    OrderId Order,
    OrderState State,
    Quantity Filled,
    decimal? AveragePrice,
    string? RejectReason,
    DateTimeOffset Timestamp,
    Price? Price = null,
    Quantity? Quantity = null);
