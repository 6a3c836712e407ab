using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>An <see cref="OrderUpdate"/> by value.</summary>
/// <param name="Account">The account that it is about: who may see it follows from that.</param>
/// <param name="Sequence">Its number; 0: there is none.</param>
/// <param name="Order">The order.</param>
/// <param name="State">Its state.</param>
/// <param name="Filled">How much of it traded.</param>
/// <param name="AveragePrice">At what price on average.</param>
/// <param name="RejectReason">Why it was refused or ended.</param>
/// <param name="Timestamp">When the change was written down.</param>
/// <param name="Price">Its price, where its terms were changed.</param>
/// <param name="Quantity">Its quantity, likewise.</param>
internal readonly record struct KeptUpdate(
    AccountName Account,
    long Sequence,
    OrderId Order,
    OrderState State,
    Quantity Filled,
    decimal? AveragePrice,
    string? RejectReason,
    DateTimeOffset Timestamp,
    Price? Price,
    Quantity? Quantity)
{
    public KeptUpdate(OrderUpdate update)
        : this(
            update.Account,
            update.Sequence,
            update.Order,
            update.State,
            update.Filled,
            update.AveragePrice,
            update.RejectReason,
            update.Timestamp,
            update.Price,
            update.Quantity)
    {
    }

    /// <summary>The update.</summary>
    public OrderUpdate Update => new(Sequence, Account, Order, State, Filled, AveragePrice, RejectReason, Timestamp, Price, Quantity);
}
