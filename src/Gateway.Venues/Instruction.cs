using System.Collections.Immutable;

namespace Gateway.Venues;

/// <summary>What the order engine tells a venue to do. What came of it arrives as <see cref="VenueEvent"/>s, never as a return value.</summary>
public abstract record Instruction
{
    private Instruction(AccountName account) => Account = account;

    /// <summary>The account it concerns.</summary>
    public AccountName Account { get; }

    /// <summary>
    /// Send this order, once. It is journaled already. The venue must refuse to execute it after <paramref name="ValidUntil"/>,
    /// or <see cref="IVenue.LingerOf"/> after that; an order that cannot be sent before then is not sent, and reported as rejected.
    /// </summary>
    /// <param name="Order">Our number of it, from which the venue's client order id is derived.</param>
    /// <param name="Intent">What to place.</param>
    /// <param name="ValidUntil">The last moment at which it may be sent.</param>
    public sealed record Place(OrderId Order, OrderIntent Intent, DateTimeOffset ValidUntil) : Instruction(Intent.Account);

    /// <summary>
    /// End this leg of an order and place another in its stead, in one step and once. It is journaled already. Where the leg has ended
    /// before, the venue must not place the other. The venue must refuse to carry it out after <paramref name="ValidUntil"/>; what
    /// cannot be sent before then is not sent, and reported as rejected. All news of what takes its place names <paramref name="Leg"/>.
    /// </summary>
    /// <param name="Order">The order, by the leg that stands.</param>
    /// <param name="Leg">The number of the leg to come, from which the venue's client order id is derived.</param>
    /// <param name="Intent">What to place in its stead; its quantity is what this leg may trade.</param>
    /// <param name="ValidUntil">The last moment at which it may be sent.</param>
    public sealed record Modify(LiveOrder Order, int Leg, OrderIntent Intent, DateTimeOffset ValidUntil) : Instruction(Intent.Account);

    /// <summary>Cancel this order, or this leg of it. Repeating it is harmless.</summary>
    /// <param name="Of">The account.</param>
    /// <param name="Order">The order.</param>
    public sealed record Cancel(AccountName Of, LiveOrder Order) : Instruction(Of);

    /// <summary>
    /// Ask the venue what became of these orders: each is reported once as acknowledged, done, rejected or not found,
    /// after any fills of it that were not reported before.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Orders">The orders.</param>
    public sealed record Settle(AccountName Of, ImmutableArray<LiveOrder> Orders) : Instruction(Of);

    /// <summary>
    /// The gap fence after a (re)connection, and again now and then while it stands: report every fill since <paramref name="FillsSince"/> (with overlap; the engine
    /// drops what it has), then the state of each of <paramref name="Orders"/> as <see cref="Settle"/> does and every other order that stands as a <see cref="VenueEvent.ForeignOrder"/>, then
    /// <see cref="VenueEvent.AccountReconciled"/> with the same epoch.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Epoch">The connection's number, from <see cref="VenueEvent.AccountConnected"/>.</param>
    /// <param name="Orders">Every order of the account that is not known to be out; while the connection stands, but for those whose answer may still be on its way.</param>
    /// <param name="FillsSince">The trade time of the last fill that is known; null: none is.</param>
    public sealed record Reconcile(AccountName Of, long Epoch, ImmutableArray<LiveOrder> Orders, DateTimeOffset? FillsSince)
        : Instruction(Of);
}
