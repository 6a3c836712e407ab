using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The account's connection was lost: from here on fills may have been missed.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cause">Why.</param>
public sealed record AccountDisconnected(AccountName Account, string Cause) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "AccountDisconnected";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("account"u8, Account.Value);
        json.WriteString("cause"u8, Cause);
    }

    /// <summary>Reads its fields.</summary>
    public static AccountDisconnected Read(JsonElement data) => new(new AccountName(data.Text("account")), data.Text("cause"));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) =>
        new(record, AlertKind.VenueDisconnected, $"Account {Account} has lost its connection: {Cause}", Account);

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.FillsOf(Account).Lose();
}
