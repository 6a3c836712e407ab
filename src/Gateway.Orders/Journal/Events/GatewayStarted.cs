using System.Text.Json;

namespace Gateway.Orders.Journal.Events;

/// <summary>A process took the journal over: whatever connections the one before had are gone.</summary>
/// <param name="MayLose">Whether a power cut may take the latest records of this process, the numbers of sent orders among them.</param>
public sealed record GatewayStarted(bool MayLose = false) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "GatewayStarted";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (MayLose)
            json.WriteBoolean("may_lose"u8, MayLose);
    }

    /// <summary>Reads its fields.</summary>
    public static GatewayStarted Read(JsonElement data) => new(data.TryGetProperty("may_lose", out var lose) && lose.GetBoolean());

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.BeginRun(MayLose);
}
