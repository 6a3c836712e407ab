using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>A journal was begun: always the first event, and only then.</summary>
/// <param name="Instance">What tells this gateway's orders at a venue from another's.</param>
public sealed record JournalOpened(GatewayInstance Instance) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "JournalOpened";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteNumber("instance"u8, Instance.Value);
    }

    /// <summary>Reads its fields.</summary>
    public static JournalOpened Read(JsonElement data) => new(new GatewayInstance(data.GetProperty("instance").GetUInt32()));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Begin(Instance);
}
