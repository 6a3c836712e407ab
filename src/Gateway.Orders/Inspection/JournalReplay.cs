using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Inspection;

/// <summary>
/// Replays a journal as a start without snapshot would, and sums up the state it leads to; where there is a snapshot, says whether it leads to
/// the same. The same journal gives the same lines.
/// </summary>
public static class JournalReplay
{
    /// <summary>Writes the summary, a line for each thing.</summary>
    /// <returns>False if the snapshot leads to another state.</returns>
    /// <exception cref="JournalDamagedException">The journal is not what was written.</exception>
    public static async Task<bool> WriteAsync(JournalOptions journal, LimitOptions limits, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(output);
        using var ledger = new Ledger(limits);
        using var check = new SnapshotCheck(journal, limits);
        var census = new Census();
        await foreach (var (record, _) in new JournalScan(journal.Directory).ReadAsync(cancellationToken))
        {
            ledger.Apply(record, out var changed);
            check.Apply(record);
            census.Count(record, changed);
        }

        foreach (var line in census.Lines(ledger))
            await output.WriteLineAsync(line);
        var isSame = true;
        foreach (var (line, isDifference) in check.Lines(ledger))
        {
            isSame &= !isDifference;
            await output.WriteLineAsync(Line("snapshot", line));
        }

        return isSame;
    }

    private static string Line(string subject, string text) => $"{subject,-8} {text}";

    private sealed class Census
    {
        private readonly Dictionary<OrderId, OrderState> states = [];
        private readonly SortedDictionary<string, long> events = new(StringComparer.Ordinal);
        private DateTimeOffset? first;
        private DateTimeOffset last;
        private long fills;
        private long foreign;

        public void Count(in JournalRecord record, Order? changed)
        {
            first ??= record.Time;
            last = record.Time;
            events[record.Event.Name] = events.GetValueOrDefault(record.Event.Name) + 1;
            if (changed is not null)
                states[changed.Id] = changed.State;
            if (record.Event is OrderFilled filled)
                (fills, foreign) = (fills + 1, foreign + (filled.Order is null ? 1 : 0));
        }

        public IEnumerable<string> Lines(Ledger ledger)
        {
            yield return Line("instance", ledger.Instance is { } instance ? instance.Value.ToString("x8", CultureInfo.InvariantCulture) : "none: the journal is empty");
            yield return Line("records", $"{ledger.Sequence}{(first is { } begin ? $", {Moment(begin)} to {Moment(last)}" : "")}");
            foreach (var (name, count) in events)
                yield return Line("", $"{count} {name}");
            yield return Line("orders", $"{states.Count}; the next is {ledger.NextOrder}");
            foreach (var state in states.Values.GroupBy(state => state).OrderBy(group => (int)group.Key))
                yield return Line("", $"{state.Count()} {OrderStory.Words(state.Key)}");
            yield return Line("fills", $"{fills}, {foreign} of them of no order of this gateway");
            foreach (var open in ledger.Open
                .GroupBy(order => (order.Terms.Account, order.Terms.Market, order.Terms.Side))
                .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
                yield return Line("open", $"{open.Key.Account} {open.Key.Side} {Sum(open)} in {open.Key.Market}, {open.Count()} orders");
            foreach (var limit in ledger.Limits.All.Select(Notation).Order(StringComparer.Ordinal))
                yield return Line("limit", limit);
            foreach (var halt in ledger.Halts.Active)
                yield return Line("halt", $"{halt.Halt} by {halt.By.Client} since {Moment(halt.Since)}");
        }

        private static string Notation(Limit limit)
        {
            using var text = new MemoryStream();
            using (var json = new Utf8JsonWriter(text))
                LimitsJson.Write(json, limit);
            return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }

        private static string Moment(DateTimeOffset time) => OrderStory.Moment(time);

        private static Quantity Sum(IEnumerable<Order> open) => new(open.Sum(order => order.Rest().Value));
    }
}
