using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>
/// Every fill of the account up to now is in the journal. Written down because fills recorded while a connection was
/// being caught up say nothing about those missed before it: only from here on do they count as complete.
/// </summary>
/// <param name="Account">The account.</param>
public sealed record AccountReconciled(AccountName Account) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "AccountReconciled";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("account"u8, Account.Value);
    }

    /// <summary>Reads its fields.</summary>
    public static AccountReconciled Read(JsonElement data) => new(new AccountName(data.Text("account")));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) =>
        new(record, AlertKind.VenueRecovered, $"Account {Account} is connected and knows all that happened meanwhile.", Account);

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.FillsOf(Account).CatchUp();
}
