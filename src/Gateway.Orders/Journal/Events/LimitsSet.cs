using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Orders.Limits;

namespace Gateway.Orders.Journal.Events;

/// <summary>Limits were set, all of them at once; in force from the next order on.</summary>
/// <param name="Limits">The limits, in the order given.</param>
public sealed record LimitsSet(ImmutableArray<Limit> Limits) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "LimitsSet";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray("limits"u8);
        foreach (var limit in Limits)
            LimitsJson.Write(json, limit);
        json.WriteEndArray();
    }

    /// <summary>Events are the same if they set the same, in the same order.</summary>
    public bool Equals(LimitsSet? other) => other is not null && Limits.AsSpan().SequenceEqual(other.Limits.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Limits.Length, Limits.IsEmpty ? null : Limits[^1]);

    /// <summary>Reads its fields.</summary>
    public static LimitsSet Read(JsonElement data) => new(LimitsJson.ReadAll(data.GetProperty("limits")));

    internal override void Apply(Ledger ledger, in JournalRecord record)
    {
        // What had retired by the old thresholds stays so, in this run and in every replay of it.
        ledger.Risk.Exposures.Advance(record.Time);
        ledger.Risk.Limits.Set(Limits);
        ledger.Risk.Exposures.Advance(record.Time);
    }
}
