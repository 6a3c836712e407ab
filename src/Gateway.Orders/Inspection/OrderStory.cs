using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Venues;

namespace Gateway.Orders.Inspection;

/// <summary>The life of one order as the journal tells it: every record about it, in order, and what it came to.</summary>
public static class OrderStory
{
    /// <summary>Writes the story, a line for each record.</summary>
    /// <returns>Whether there is such an order.</returns>
    /// <exception cref="JournalDamagedException">The journal is not what was written.</exception>
    public static async Task<bool> WriteAsync(string directory, OrderId order, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        var ledger = new Ledger();
        await foreach (var (record, line) in new JournalScan(directory).ReadAsync(cancellationToken))
        {
            ledger.Apply(record, out _);
            if (Tell(record, line, order) is { } told)
                await output.WriteLineAsync(told);
        }

        await output.WriteLineAsync(ledger.Find(order) is { } found ? Now(found) : $"There is no order {order} in this journal.");
        return ledger.Find(order) is not null;
    }

    internal static string Words(OrderState state) => state.ToString().Replace(", ", "+", StringComparison.Ordinal);

    internal static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    // Every event that is about an order names it 'order'; its other fields speak for themselves.
    private static string? Tell(in JournalRecord record, ReadOnlyMemory<byte> line, OrderId order)
    {
        using var document = JsonDocument.Parse(line);
        var data = document.RootElement.GetProperty("data");
        if (data.KnownOrder("order") != order)
            return null;

        var told = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Moment(record.Time)}  #{record.Sequence,-8} {record.Event.Name,-18}");
        foreach (var field in data.EnumerateObject().Where(field => field.Name != "order"))
            told.Append(CultureInfo.InvariantCulture, $" {field.Name}={field.Value}");
        return told.Append(CultureInfo.InvariantCulture, $" by {record.Actor.Client}/{record.Actor.Trader}").ToString();
    }

    private static string Now(Order order) =>
        $"Order {order.Id} is {Words(order.State)}: {order.Filled} of {order.Terms.Quantity} filled" +
        (order.AveragePrice is { } price ? $" at {Plain.Format(price)} on average" : "") +
        (order.ExchangeOrderId is { } exchange ? $", the venue's order {exchange}" : "") +
        (order.Replacement is { } change ? $", being changed to {change.Quantity} at {change.Price}" : "") +
        (order.RejectReason is { } reason ? $". Reason: {reason}" : ".");
}
