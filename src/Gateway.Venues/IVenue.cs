namespace Gateway.Venues;

/// <summary>
/// A place to trade: turns our instructions into its dialect and its news into our events. It knows nothing of limits,
/// journals or clients, and keeps no order state that its own connection does not need.
/// </summary>
public interface IVenue
{
    /// <summary>Its name.</summary>
    VenueId Id { get; }

    /// <summary>The ways by which orders reach it, the usual one first.</summary>
    IReadOnlyList<RouteId> Routes { get; }

    /// <summary>The accounts that it trades for.</summary>
    IReadOnlyList<AccountName> Accounts { get; }

    /// <summary>What can be traded there.</summary>
    IMarketData MarketData { get; }

    /// <summary>What it can be asked; null: nothing.</summary>
    IVenueQueries? Queries => null;

    /// <summary>
    /// Connects, reconnects and reports until canceled. An unreachable venue is an event, not an exception: this throws only
    /// for what no reconnection can mend, such as a key that cannot be read.
    /// </summary>
    /// <exception cref="VenueSetupException">It cannot work as it is configured.</exception>
    Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken);

    /// <summary>
    /// What stands in the way of this order on its route, whatever the state of the market and the limits; asked before the
    /// order is written down. It answers at once.
    /// </summary>
    /// <returns>One sentence that says the cure; null: nothing does.</returns>
    string? RefusalOf(OrderIntent intent) => null;

    /// <summary>What stands in the way of changing orders of this route by <see cref="Instruction.Modify"/>. It answers at once.</summary>
    /// <returns>One sentence that says what to do instead; null: nothing does.</returns>
    string? ModifyRefusalOf(RouteId route) => $"{Id} changes no orders; cancel it and place another.";

    /// <summary>
    /// How long past the last moment at which it may be sent an order of this route may still be taken in by the venue: for
    /// so long "unknown order" proves nothing. Zero where the venue itself is told the last moment.
    /// </summary>
    TimeSpan LingerOf(RouteId route) => TimeSpan.Zero;

    /// <summary>
    /// Sets aside what sending this order takes of the venue's rate budgets; asked just before the order is written down, and
    /// whoever is granted it submits the order. It answers at once. Cancels need no leave.
    /// </summary>
    /// <param name="intent">The order.</param>
    /// <param name="replaces">Whether it is to replace one.</param>
    /// <returns>Zero: it is set aside; else nothing is, and this long until it is worth asking again.</returns>
    TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false) => TimeSpan.Zero;

    /// <summary>
    /// Says what will be submitted once the journal has flushed, so that it can be got ready meanwhile. Nothing of it may leave before
    /// <see cref="Submit"/>, and perhaps it never comes. The list is the caller's again when this returns.
    /// </summary>
    void Announce(IReadOnlyList<Instruction> instructions)
    {
        // A venue that has nothing to get ready.
    }

    /// <summary>
    /// Queues instructions that were decided together, in this order, so that they can leave together; what came of them arrives as
    /// <see cref="VenueEvent"/>s. It does not wait for the venue. Cancels overtake orders that wait to be sent. The list is the caller's again once it was looked at what is returned.
    /// </summary>
    /// <returns>Those for which the queue has no room; nothing was or will be sent of them.</returns>
    IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions);
}
