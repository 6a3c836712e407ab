using System.Text.Json;

namespace Gateway.Orders.Journal.Events;

/// <summary>A process took the journal over: whatever connections the one before had are gone.</summary>
public sealed record GatewayStarted : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "GatewayStarted";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        // Its name says it all.
    }

    /// <summary>Reads its fields.</summary>
    public static GatewayStarted Read(JsonElement data) => new();

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.LoseAllAccounts();
}
