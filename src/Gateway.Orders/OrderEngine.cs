using Gateway.Orders.Journal;
using Gateway.Venues;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders;

/// <summary>
/// The owner of all order state: one loop that decides, journals, applies, and only then acts. The venues are run by
/// whoever composes the gateway, once <see cref="Replayed"/>: <c>venue.RunAsync(engine.Instance, engine, …)</c>.
/// </summary>
public sealed class OrderEngine : IVenueListener
{
    /// <summary>Puts an engine together; nothing happens before <see cref="RunAsync"/>.</summary>
    /// <exception cref="ArgumentException">Two venues name the same account.</exception>
    public OrderEngine(
        IJournal journal, IReadOnlyList<IVenue> venues, OrderEngineOptions options, TimeProvider time, ILogger<OrderEngine> log)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(venues);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(log);
    }

    /// <summary>Completes when the journal is replayed; fails if it cannot be.</summary>
    public Task Replayed => throw new NotSupportedException();

    /// <summary>Which gateway this is, by its journal.</summary>
    /// <exception cref="InvalidOperationException">The journal is not replayed yet.</exception>
    public GatewayInstance Instance => throw new NotSupportedException();

    /// <summary>Whether the journal is replayed and every account of every venue is live.</summary>
    public bool IsReady => throw new NotSupportedException();

    /// <summary>How every account stands; a snapshot that does not change.</summary>
    public IReadOnlyDictionary<AccountName, AccountStatus> Accounts => throw new NotSupportedException();

    /// <summary>Replays the journal, then serves until canceled.</summary>
    /// <exception cref="JournalDamagedException">The journal is not what was written.</exception>
    /// <exception cref="JournalUnavailableException">The journal cannot be written any more.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Places an order. Answers its number once it is journaled and handed to the venue.</summary>
    public ValueTask<Reply<OrderId>> PlaceAsync(OrderIntent intent, Actor actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Cancels an order. Answers once the cancel is journaled and on its way, or kept until the account is back.</summary>
    public ValueTask<Reply<Unit>> CancelAsync(OrderId order, Actor actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Asks a question inside the loop; the answer leaves once everything it saw is flushed. It waits for room.</summary>
    public ValueTask<T> ReadAsync<T>(Func<IReadOnlyLedger, T> question, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Subscribes to the updates of the visible orders, from their present state or after a sequence number.</summary>
    /// <param name="visible">Which orders the subscriber may see; called inside the loop, must be quick and always say the same.</param>
    /// <param name="after">The sequence number to resume after; null: begin with the open orders.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    public ValueTask<Reply<OrderSubscription>> SubscribeAsync(
        Func<Order, bool> visible, long? after, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken) => throw new NotSupportedException();
}
