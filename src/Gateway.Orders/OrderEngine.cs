using System.Collections.Immutable;
using System.Threading.Channels;
using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Orders.Messages;
using Gateway.Orders.Reconciliation;
using Gateway.Orders.Snapshots;
using Gateway.Venues;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders;

/// <summary>
/// The owner of all order state: one loop that decides, journals, applies, and only then acts. The venues are run by
/// whoever composes the gateway, once <see cref="Replayed"/>: <c>venue.RunAsync(engine.Instance, engine, …)</c>.
/// </summary>
public sealed class OrderEngine : IVenueListener
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    // A thread that brings a message is not kept from its own work for longer, whatever others bring meanwhile.
    private const int BatchesOnLoan = 2;

    private readonly IJournal journal;
    private readonly OrderEngineOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<OrderEngine> log;
    private readonly Workbench bench;
    private readonly SnapshotKeeper snapshots;
    private readonly Channel<Message> inbox;
    private readonly Channel<Message> cancels;
    private readonly Channel<Message> news;
    private bool newsIsNext;

    // For all lanes.
    private readonly Signal wake = new();

    private readonly DateTimeOffset began;
    private readonly long beganStamp;
    private readonly TaskCompletionSource replayed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile OrderEngineStoppedException? stopped;

    // For when the timer is set, if it is; what is due later is seen to from there.
    private DateTimeOffset alarm;
    private volatile bool isAlarmSet;

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
        this.journal = journal;
        this.options = options;
        this.time = time;
        this.log = log;
        (began, beganStamp) = (time.GetUtcNow(), time.GetTimestamp());
        var room = options.OpenRoom(options);
        bench = new Workbench(journal, venues, options, room, log);
        snapshots = new SnapshotKeeper(room, journal, options, time, log);
        inbox = Channel.CreateBounded<Message>(new BoundedChannelOptions(options.InboxCapacity) { SingleReader = true });
        news = Channel.CreateBounded<Message>(new BoundedChannelOptions(options.InboxCapacity) { SingleReader = true });
        cancels = Channel.CreateBounded<Message>(new BoundedChannelOptions(options.CancelCapacity) { SingleReader = true });
    }

    /// <summary>Completes when the journal is replayed; fails if it cannot be.</summary>
    public Task Replayed => replayed.Task;

    /// <summary>Which gateway this is, by its journal.</summary>
    /// <exception cref="InvalidOperationException">The journal is not replayed yet.</exception>
    public GatewayInstance Instance => Replayed.IsCompletedSuccessfully
        ? bench.Ledger.Instance!.Value
        : throw new InvalidOperationException("The journal is not replayed yet.");

    /// <summary>Why the journal takes no new orders, in a sentence; null: it does.</summary>
    public string? Shortage => journal.Shortage;

    /// <summary>Whether the journal is replayed and has room, and every account of every venue is live.</summary>
    public bool IsReady =>
        Replayed.IsCompletedSuccessfully && Shortage is null && Accounts.Values.All(account => account.Phase == AccountPhase.Live);

    /// <summary>The desks that accounts belong to, for fills that nobody of ours ordered.</summary>
    public IEnumerable<string> AccountDesks => options.Limits.AccountDesks.Values;

    /// <summary>How every account stands; a snapshot that does not change.</summary>
    public IReadOnlyDictionary<AccountName, AccountStatus> Accounts => bench.Accounts;

    /// <summary>Replays the journal, then serves until canceled.</summary>
    /// <exception cref="JournalDamagedException">The journal is not what was written.</exception>
    /// <exception cref="JournalUnavailableException">The journal cannot be written any more.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var end = new OrderEngineStoppedException("The gateway is stopping; nothing was done.");
        await using var timer = time.CreateTimer(_ => Alarm(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var canceled = cancellationToken.Register(wake.Set);
        var telling = bench.Publisher.RunAsync();
        try
        {
            await ReplayAsync(cancellationToken);
            while (true)
            {
                await wake.WaitAsync();
                cancellationToken.ThrowIfCancellationRequested();
                for (var batch = 1; await RunBatchAsync(cancellationToken); batch++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (batch == BatchesOnLoan)
                        await Task.Yield();
                }

                SetAlarm(timer);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            replayed.TrySetCanceled(cancellationToken);
            await journal.FlushAsync(CancellationToken.None);
        }
        catch (Exception broken)
        {
            // Nothing that is not on the disk has been told to anyone, so stopping here loses nothing: the next start
            // reads what is there and asks the venues. Serving on without a journal would be decided here.
            log.Broken(broken.Message);
            end = new OrderEngineStoppedException($"The gateway has stopped: {broken.Message} Nothing was sent.", broken);
            replayed.TrySetException(broken);
            throw;
        }
        finally
        {
            await snapshots.StopAsync();
            bench.Publisher.Complete();
            try
            {
                await telling;
            }
            finally
            {
                // Whoever waits for an answer gets one, also where telling has broken.
                Close(end);
            }
        }
    }

    /// <summary>Places an order. Answers its number once it is journaled and handed to the venue.</summary>
    public ValueTask<Reply<OrderId>> PlaceAsync(OrderIntent intent, Actor actor, CancellationToken cancellationToken)
    {
        var placed = EnterAsync(intent, actor, cancellationToken);
        wake.Set();
        return placed;
    }

    /// <summary>
    /// Places an order that need not be looked at before <see cref="Go"/>: whoever reads several from one client lets them be
    /// decided and written down together. Whoever awaits this, a change or a cancel goes on where everybody is told, and must not keep them waiting.
    /// </summary>
    public ValueTask<Reply<OrderId>> EnterAsync(OrderIntent intent, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(actor);
        cancellationToken.ThrowIfCancellationRequested();
        var place = new Place(intent, actor, Microseconds.Of(time.GetUtcNow()));
        return inbox.Writer.TryWrite(place) ? new(place.Answer) : new(Full);
    }

    /// <summary>Decides what was entered, on the calling thread unless the loop is at work or has a scheduler of its own.</summary>
    public void Go() => wake.SetHere();

    /// <summary>Changes an order, which keeps its number. Answers once the change is journaled and handed to the venue.</summary>
    public ValueTask<Reply<Unit>> ModifyAsync(OrderChange change, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(actor);
        cancellationToken.ThrowIfCancellationRequested();
        var modify = new Modify(change, actor);
        if (!inbox.Writer.TryWrite(modify))
            return new(Full);
        wake.Set();
        return new(modify.Answer);
    }

    /// <summary>Cancels an order. Answers once the cancel is journaled and on its way, or kept until the account is back.</summary>
    public async ValueTask<Reply<Unit>> CancelAsync(OrderId order, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await ControlAsync(new Cancel(order, actor), cancellationToken);
    }

    /// <summary>Cancels every open order of these. Answers which, once each cancel is journaled and on its way, or kept until its account is back.</summary>
    /// <param name="asked">Which; called inside the loop, quick, always says the same and never fails.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    public ValueTask<Reply<ImmutableArray<OrderId>>> CancelAllAsync(Func<Order, bool> asked, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(actor);
        return ControlAsync(new CancelAll(asked, actor), cancellationToken);
    }

    /// <summary>Asks a question inside the loop; the answer leaves once everything it saw is flushed. It waits for room.</summary>
    /// <exception cref="OrderEngineStoppedException">The engine has stopped.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<IReadOnlyLedger, T> question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = new Question<T>(question);
        await PostAsync(inbox, asked, cancellationToken);
        return await asked.Answer;
    }

    /// <summary>Subscribes to the updates of the orders on visible accounts, from their present state or after a sequence number.</summary>
    /// <param name="visible">Whose orders the subscriber may see; called by any thread, quick, always says the same and never fails.</param>
    /// <param name="after">The sequence number to resume after; null: begin with the open orders.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    /// <exception cref="OrderEngineStoppedException">The engine has stopped.</exception>
    public async ValueTask<Reply<OrderSubscription>> SubscribeAsync(
        Func<AccountName, bool> visible, long? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visible);
        var subscribe = new Subscribe(visible, after);
        await PostAsync(inbox, subscribe, cancellationToken);
        return await subscribe.Answer;
    }

    /// <summary>Subscribes to alerts, from now on or after a sequence number.</summary>
    /// <param name="visible">Which alerts the subscriber may see; called by any thread, quick, always says the same and never fails.</param>
    /// <param name="after">The sequence number to resume after; null: begin with what comes.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    /// <exception cref="OrderEngineStoppedException">The engine has stopped.</exception>
    public async ValueTask<Reply<AlertSubscription>> SubscribeAlertsAsync(
        Func<Alert, bool> visible, long? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visible);
        var subscribe = new SubscribeAlerts(visible, after);
        await PostAsync(inbox, subscribe, cancellationToken);
        return await subscribe.Answer;
    }

    /// <summary>Sets limits: all of them or, where something is wrong, none. In force from the next order on.</summary>
    public ValueTask<Reply<Unit>> SetLimitsAsync(ImmutableArray<Limit> limits, Actor actor, CancellationToken cancellationToken) =>
        ControlAsync(new SetLimits(limits, actor), cancellationToken);

    /// <summary>
    /// Refuses new orders where <paramref name="halt"/> covers them; repeating it is harmless. It overtakes orders that wait,
    /// and with <paramref name="cancelOpen"/> asks for the cancel of every open order it covers.
    /// </summary>
    public ValueTask<Reply<Unit>> HaltAsync(Halt halt, bool cancelOpen, Actor actor, CancellationToken cancellationToken) =>
        ControlAsync(new HaltTrading(halt, cancelOpen, actor), cancellationToken);

    /// <summary>Ends that very halt; others that cover the same stay in force.</summary>
    public ValueTask<Reply<Unit>> ResumeAsync(Halt halt, Actor actor, CancellationToken cancellationToken) =>
        ControlAsync(new ResumeTrading(halt, actor), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="OrderEngineStoppedException">The engine has stopped.</exception>
    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(venueEvent);
        return PostAsync(news, new News(venueEvent), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="OrderEngineStoppedException">The engine has stopped.</exception>
    public async ValueTask ReportAsync(IReadOnlyList<VenueEvent> venueEvents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(venueEvents);
        var isUrgent = false;
        for (var one = 0; one < venueEvents.Count; one++)
        {
            var message = new News(venueEvents[one]);
            if (!news.Writer.TryWrite(message))
                await PostAsync(news, message, cancellationToken);

            // The moment of sending can wait for company, as it does in the journal.
            isUrgent |= venueEvents[one] is not VenueEvent.OrderSent;
        }

        if (isUrgent)
            wake.SetHere();
    }

    private Rejection Full => new(
        RejectCode.Overloaded, stopped?.Message ?? $"{options.InboxCapacity} requests wait already; nothing was done. Try again shortly.");

    private async Task ReplayAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in journal.ReadAsync(snapshots.Restore(bench), cancellationToken))
        {
            bench.Replay(record);
            if (snapshots.IsDue(bench))
                await snapshots.TakeAsync(bench, cancellationToken);
        }

        bench.Begin(time.GetUtcNow(), Steady);
        Recovery.Run(bench);
        await journal.FlushAsync(CancellationToken.None);
        await bench.ReleaseAsync(isIdle: false);
        replayed.TrySetResult();
    }

    // Decides and applies what waits, flushes once, lets the effects go. What arrives meanwhile is the next batch: says whether there is one.
    private async ValueTask<bool> RunBatchAsync(CancellationToken cancellationToken)
    {
        bench.Begin(time.GetUtcNow(), Steady);
        bench.WatchSpace();
        var handled = 0;
        while (handled < options.BatchCapacity && TryTake() is { } message)
        {
            message.Handle(bench);
            handled++;
        }

        FollowUp.RunErrands(bench);
        var snapshotIsDue = snapshots.IsDue(bench);
        if (bench.MustFlush || snapshotIsDue)
        {
            bench.Announce();
            await journal.FlushAsync(CancellationToken.None);
        }

        await bench.ReleaseAsync(isIdle: !IsAnythingWaiting);
        if (snapshotIsDue)
            snapshots.Begin(bench, cancellationToken);
        return IsAnythingWaiting || bench.HasAfterthoughts || bench.HasNewsOfSpace;
    }

    private DateTimeOffset Steady => began + time.GetElapsedTime(beganStamp);

    private bool IsAnythingWaiting => inbox.Reader.Count > 0 || news.Reader.Count > 0 || cancels.Reader.Count > 0;

    // Cancels first. The others take turns: what a venue tells at once of thousands of orders keeps no request waiting, nor the other way round.
    private Message? TryTake()
    {
        if (bench.TryTakeAfterthought(out var message) || cancels.Reader.TryRead(out message))
            return message;
        newsIsNext = !newsIsNext;
        var (first, second) = newsIsNext ? (news, inbox) : (inbox, news);
        return first.Reader.TryRead(out message) || second.Reader.TryRead(out message) ? message : null;
    }

    private void SetAlarm(ITimer timer)
    {
        if (bench.NextDue is not { } due || (isAlarmSet && alarm <= due && alarm > bench.Steady))
            return;

        // Timers count whole milliseconds and may fire a little early: then there is a little left to wait for.
        alarm = due;
        isAlarmSet = true;
        var wait = due - Steady;
        timer.Change(wait > LeastWait ? wait : LeastWait, Timeout.InfiniteTimeSpan);
    }

    private void Alarm()
    {
        isAlarmSet = false;
        wake.Set();
    }

    // What makes trading safer goes ahead of new orders.
    private async ValueTask<Reply<T>> ControlAsync<T>(Request<T> request, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            await PostAsync(cancels, request, cancellationToken);
        }
        catch (OrderEngineStoppedException closed)
        {
            return new Rejection(RejectCode.Overloaded, closed.Message);
        }

        return await request.Answer;
    }

    private async ValueTask PostAsync(Channel<Message> lane, Message message, CancellationToken cancellationToken)
    {
        try
        {
            if (!lane.Writer.TryWrite(message))
            {
                wake.Set();
                await lane.Writer.WriteAsync(message, cancellationToken);
            }
        }
        catch (ChannelClosedException closed)
        {
            throw stopped ?? new OrderEngineStoppedException("The gateway has stopped; nothing was done.", closed);
        }

        wake.Set();
    }

    private void Close(OrderEngineStoppedException end)
    {
        stopped = end;
        inbox.Writer.TryComplete();
        news.Writer.TryComplete();
        cancels.Writer.TryComplete();
        bench.Abandon(end);
        while (TryTake() is { } message)
            message.Abandon(end);
        bench.Ledger.Dispose();
    }
}
