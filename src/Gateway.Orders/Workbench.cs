using System.Diagnostics.CodeAnalysis;
using Gateway.Orders.Alerts;
using Gateway.Orders.Archive;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Orders.Messages;
using Gateway.Orders.Publishing;
using Gateway.Orders.Reconciliation;
using Gateway.Orders.Snapshots;
using Gateway.Venues;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders;

/// <summary>
/// What messages work with: all state, and the effects of the present batch, which wait until the journal has flushed
/// what they rest on. Only the engine's loop touches it.
/// </summary>
internal sealed class Workbench
{
    private static readonly TimeSpan BetweenLooksForSpace = TimeSpan.FromSeconds(1);

    private readonly IJournal journal;
    private readonly Dictionary<AccountName, AccountLink> links = [];
    private readonly Dictionary<IVenue, List<Instruction>> instructions = [];
    private readonly Queue<Message> afterthoughts = [];
    private readonly MarkReader marks;
    private volatile IReadOnlyDictionary<AccountName, AccountStatus> accounts;
    private readonly List<Message> answers = [];
    private bool instructs;
    private bool accountsChanged;
    private bool isShortOfSpace;

    public Workbench(IJournal journal, IReadOnlyList<IVenue> venues, OrderEngineOptions options, IRoom room, ILogger<OrderEngine> log)
    {
        this.journal = journal;
        Options = options;
        Ledger = new Ledger(options.Limits, room);
        Alerts = new AlertFeed(options.AlertCapacity, options.SubscriberCapacity);
        marks = new MarkReader(venues, Ledger.Risk.Marks);
        Log = log;
        Errands = new Errands(options.FirstSettleDelay, options.LongestSettleDelay);
        Feed = new OrderFeed(options.FeedCapacity, options.SubscriberCapacity);
        foreach (var venue in venues)
        {
            instructions.Add(venue, []);
            foreach (var account in venue.Accounts)
            {
                if (!links.TryAdd(account, new AccountLink(account, venue)))
                    throw new ArgumentException($"Account {account} is named by two venues; give each account a name of its own.", nameof(venues));
            }
        }

        accounts = Snapshot();
    }

    public OrderEngineOptions Options { get; }

    public ILogger Log { get; }

    public Ledger Ledger { get; }

    public Errands Errands { get; }

    public OrderFeed Feed { get; }

    public AlertFeed Alerts { get; }

    /// <summary>Tells what the released batches came to.</summary>
    public Publisher Publisher { get; } = new();

    public CancelDeadlines CancelDeadlines { get; } = new();

    public Dictionary<AccountName, AccountLink>.ValueCollection Links => links.Values;

    /// <summary>The moment of the present batch, in whole microseconds.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>
    /// The same moment by a clock that nobody sets, for what is due after a while: otherwise a clock that is set back would put off every look at
    /// the venue by as much.
    /// </summary>
    public DateTimeOffset Steady { get; private set; }

    /// <summary>How every account stood after the last batch.</summary>
    public IReadOnlyDictionary<AccountName, AccountStatus> Accounts => accounts;

    /// <summary>Whether the effects of this batch, or what it learned, have to wait for the journal.</summary>
    public bool MustFlush { get; private set; }

    /// <summary>Whether the last release left something to be handled.</summary>
    public bool HasAfterthoughts => afterthoughts.Count > 0;

    /// <summary>Whether a power cut may take what the journal was given last.</summary>
    public bool MayLoseTheLatest => journal.MayLoseTheLatest;

    /// <summary>Why the journal has no room for new orders; null: it has.</summary>
    public string? Shortage => journal.Shortage;

    /// <summary>Whether the journal has run short of room, or is not any more, and nobody has been told.</summary>
    public bool HasNewsOfSpace => isShortOfSpace != (Shortage is not null);

    /// <summary>When something is to be done without being told, by <see cref="Steady"/>.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            var due = Errands.NextDue;
            if (isShortOfSpace && !(due <= Steady + BetweenLooksForSpace))
                due = Steady + BetweenLooksForSpace;
            if (CancelDeadlines.NextDue is { } deadline && !(due <= deadline))
                due = deadline;
            foreach (var link in links.Values)
            {
                if (link.FenceDue is { } fence && !(due <= fence))
                    due = fence;
            }

            return due;
        }
    }

    public AccountLink? LinkOf(AccountName account) => links.GetValueOrDefault(account);

    public void Begin(DateTimeOffset now, DateTimeOffset steady)
    {
        Now = Microseconds.Of(now);
        Steady = steady;
        marks.ReadAll(Now);
        Ledger.Risk.Exposures.Advance(Now);
    }

    /// <summary>Raises an alert where the journal has run short of room, or is not any more; what is kept for such things holds it.</summary>
    public void WatchSpace()
    {
        if (HasNewsOfSpace)
        {
            isShortOfSpace = Shortage is not null;
            Record(Shortage is { } shortage
                ? new AlertRaised(AlertKind.JournalFull, $"{shortage} New orders are refused until it has room again.", Account: null, Order: null)
                : new AlertRaised(AlertKind.JournalHasRoom, "The disk of the journal has room again; new orders are taken.", Account: null, Order: null));
        }

        // Only a flush finds out whether there is room again.
        MustFlush |= isShortOfSpace;
    }

    /// <summary>Brings the prices up to date that an order in this market is judged by.</summary>
    public void ReadMarks(Market market) => marks.Read(market, Now);

    /// <summary>What has to be written down to go on from here in another process. It does not change.</summary>
    public Snapshot Capture(JournalPosition position) => new()
    {
        Position = position,
        Ledger = Ledger.Capture(),
        Feed = Feed.Capture(),
        Alerts = Alerts.Capture(),
    };

    /// <summary>Goes on from a snapshot; nothing is known yet.</summary>
    public void Restore(Snapshot snapshot)
    {
        Ledger.Restore(snapshot.Position.Sequence, snapshot.Ledger, snapshot.Archive!);
        Feed.Restore(snapshot.Feed);
        Alerts.Restore(snapshot.Alerts.Alerts, snapshot.Alerts.Forgotten);
    }

    /// <summary>Makes a record of an earlier run true.</summary>
    public void Replay(in JournalRecord record)
    {
        if (Ledger.Apply(record, out var update))
            Feed.Add(update);
        if (record.Event.AlertOf(Ledger, record) is { } alert)
            Alerts.Add(alert);
    }

    /// <summary>Writes down what happened, and makes it true.</summary>
    public void Record(Actor actor, JournalEvent happened)
    {
        var sequence = journal.Append(Now, actor, happened);

        // The moment of sending is the one thing that may be lost with the process: an order without an answer is asked
        // about in any case. It travels with the next flush, which spares one for every order.
        MustFlush |= happened is not OrderSent;
        var record = new JournalRecord(sequence, Now, actor, happened);
        var changed = Ledger.Apply(record, out var update);
        if (happened.AlertOf(Ledger, record) is { } alert)
            Alerts.Add(alert);
        if (update is null || !changed)
            return;
        if (happened is CancelRequested)
            CancelDeadlines.Watch(update.Id, Steady + Ledger.Limits.Of(ThresholdKind.NotOut));
        Feed.Add(update);
        if (update.IsOut)
            Errands.Forget(update.Id);
        if ((update.IsOut || !update.State.HasFlag(OrderState.Stale)) && LinkOf(update.Terms.Account) is { } link && link.Settle(update.Id))
            AccountsChanged();
    }

    /// <summary>Writes down what nobody asked for.</summary>
    public void Record(JournalEvent happened) => Record(Actor.Gateway, happened);

    /// <summary>Answers with the release of this batch.</summary>
    public void Answer(Message message)
    {
        answers.Add(message);
        MustFlush = true;
    }

    /// <summary>Instructs a venue with the release of this batch.</summary>
    public void Instruct(Instruction instruction)
    {
        instructions[links[instruction.Account].Venue].Add(instruction);
        instructs = true;
        MustFlush = true;
    }

    /// <summary>Shows the accounts anew with the release of this batch.</summary>
    public void AccountsChanged() => accountsChanged = true;

    /// <summary>Takes what the last release left to be handled.</summary>
    public bool TryTakeAfterthought([MaybeNullWhen(false)] out Message message) =>
        afterthoughts.TryDequeue(out message);

    /// <summary>Lets venues get ready, while the journal flushes, for what they will be instructed. Where it does not wait for the disk there is no time for it.</summary>
    public void Announce()
    {
        if (journal.MayLoseTheLatest)
            return;
        foreach (var (venue, waiting) in instructions)
        {
            if (waiting.Count > 0)
                venue.Announce(waiting);
        }
    }

    /// <summary>
    /// Lets all effects go: venues are instructed here, while others are told elsewhere what has come about; where there is nothing
    /// else to do, that is done here, too, since changing threads takes longer.
    /// </summary>
    /// <param name="isIdle">Whether nothing waits to be decided.</param>
    public async ValueTask ReleaseAsync(bool isIdle)
    {
        if (accountsChanged)
            accounts = Snapshot();
        accountsChanged = false;
        MustFlush = false;
        var (orders, alerts) = (Feed.Take(), Alerts.Take());
        var tells = answers.Count > 0 || orders is not null || alerts is not null;
        if (tells)
        {
            await Publisher.AddAsync(new([.. answers], orders, alerts));
            answers.Clear();
        }

        if (tells && isIdle && !instructs)
            Publisher.GoHere();
        else if (tells)
            Publisher.Go();
        if (instructs)
            Submit();
    }

    /// <summary>Nothing of this batch leaves, and nothing more will.</summary>
    public void Abandon(OrderEngineStoppedException stopped)
    {
        foreach (var message in answers)
            message.Abandon(stopped);
        answers.Clear();
        foreach (var waiting in instructions.Values)
            waiting.Clear();
        Feed.End();
        Alerts.End();
    }

    private void Submit()
    {
        instructs = false;
        foreach (var (venue, waiting) in instructions)
        {
            if (waiting.Count == 0)
                continue;
            var refused = venue.Submit(waiting);
            for (var one = 0; one < refused.Count; one++)
                afterthoughts.Enqueue(new NotTaken(refused[one]));
            waiting.Clear();
        }
    }

    private Dictionary<AccountName, AccountStatus> Snapshot() => links.ToDictionary(link => link.Key, link => link.Value.Status);
}
