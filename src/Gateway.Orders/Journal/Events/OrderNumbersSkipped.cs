using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>
/// Numbers that orders of an earlier process may have had, which a power cut took with their records. A venue may know them,
/// so no other order ever gets one.
/// </summary>
/// <param name="Through">The last number that is not used.</param>
public sealed record OrderNumbersSkipped(OrderId Through) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderNumbersSkipped";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("through"u8, Through);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderNumbersSkipped Read(JsonElement data) => new(data.Order("through"));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.SkipNumbers(Through);
}
