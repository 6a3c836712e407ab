using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>Somebody should know of something that changes no order. What changes one is an alert by itself where it should be.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Message">What happened, in a sentence.</param>
/// <param name="Account">The account it concerns; null: none in particular.</param>
/// <param name="Order">The order it concerns; null: none in particular.</param>
public sealed record AlertRaised(AlertKind Kind, string Message, AccountName? Account, OrderId? Order) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "AlertRaised";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("kind"u8, Kind.ToString());
        json.WriteString("message"u8, Message);
        json.WriteKnown("account"u8, Account?.Value);
        if (Order is { } order)
            json.Write("order"u8, order);
    }

    /// <summary>Reads its fields.</summary>
    public static AlertRaised Read(JsonElement data) => new(
        Enum.Parse<AlertKind>(data.Text("kind")),
        data.Text("message"),
        data.KnownText("account") is { } account ? new AccountName(account) : null,
        data.KnownOrder("order"));

    internal override void Apply(Ledger ledger, in JournalRecord record)
    {
        // It changes nothing.
    }

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) => new(record, Kind, Message, Account, Order);
}
