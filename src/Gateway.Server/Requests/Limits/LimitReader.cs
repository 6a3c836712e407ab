using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Limits;

/// <summary>Reads a limit. The kinds are those that the order core knows: a new one needs nothing here.</summary>
internal sealed class LimitReader : SumReader<Limit>
{
    private readonly FieldReaders readers;

    public LimitReader(FieldReaders readers)
    {
        this.readers = readers;
        foreach (var kind in AmountKind.All)
            AddPayload(kind.Name, payload => ReadAmount(kind, payload), DescribeAmount);
        AddPayload(nameof(SetEnforcing), ReadEnforcing, DescribeEnforcing);
        AddPayload(nameof(MaxPriceDeviation), ReadDeviation, DescribeNumber);
        foreach (var kind in ThresholdKind.All)
            AddPayload(kind.Name, payload => ReadThreshold(kind, payload), DescribeNumber);
    }

    // A null payload takes a limit away, so it is not the same as none.
    private void AddPayload(
        string name, Func<JsonElement, (Limit? Limit, string? Problem)> read, Func<SchemaDefinitions, JsonObject> describe) =>
        AddNullable(name, new PayloadReader<Limit>(read, describe));

    private JsonObject DescribeAmount(SchemaDefinitions definitions) => Schema.Tuple(
        readers.For<LimitSet>().Describe(definitions),
        readers.For<LimitScope>().Describe(definitions),
        Schema.Any(readers.For<decimal>().Describe(definitions), Schema.Names(["unlimited"]), Schema.Null));

    private JsonObject DescribeEnforcing(SchemaDefinitions definitions) =>
        Schema.Tuple(readers.For<LimitSet>().Describe(definitions), Schema.Of("boolean"));

    private JsonObject DescribeNumber(SchemaDefinitions definitions) => Schema.OrNull(readers.For<decimal>().Describe(definitions));

    private (Limit? Limit, string? Problem) ReadAmount(AmountKind kind, JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Array || payload.GetArrayLength() != 3)
            return (null, "must be [set, scope, amount].");
        if (!SetAndScopeReader.TryRead(readers, payload[0], payload[1], out var about, out var wrong))
            return (null, wrong);
        if (payload[2].ValueKind == JsonValueKind.Null)
            return (new AmountLimit(kind, about.Set, about.Scope, Amount: null), null);
        if (WireText.TryGet(payload[2], out var text) && LimitAmount.TryParse(text, out var unlimited) && unlimited.IsUnlimited)
            return (new AmountLimit(kind, about.Set, about.Scope, unlimited), null);
        return readers.For<decimal>().TryRead(payload[2], out var dollars, out _) && dollars >= 0
            ? (new AmountLimit(kind, about.Set, about.Scope, new LimitAmount(dollars)), null)
            : (null, "has an amount that must be a decimal of 0 or more, \"unlimited\", or null to take it away.");
    }

    private (Limit? Limit, string? Problem) ReadEnforcing(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Array || payload.GetArrayLength() != 2
            || payload[1].ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return (null, "must be [set, true or false].");
        return readers.For<LimitSet>().TryRead(payload[0], out var set, out var wrong)
            ? (new SetEnforcing(set, payload[1].GetBoolean()), null)
            : (null, $"names a set that {wrong}");
    }

    private (Limit? Limit, string? Problem) ReadDeviation(JsonElement payload)
    {
        if (payload.ValueKind == JsonValueKind.Null)
            return (new MaxPriceDeviation(fraction: null), null);
        return readers.For<decimal>().TryRead(payload, out var fraction, out _) && fraction > 0
            ? (new MaxPriceDeviation(fraction), null)
            : (null, $"must be a positive fraction of the reference price, such as 0.05, or null for the default {MaxPriceDeviation.Default}.");
    }

    private (Limit? Limit, string? Problem) ReadThreshold(ThresholdKind kind, JsonElement payload)
    {
        if (payload.ValueKind == JsonValueKind.Null)
            return (new ThresholdLimit(kind, value: null), null);
        var longest = (decimal)ThresholdKind.Longest.TotalSeconds;
        return readers.For<decimal>().TryRead(payload, out var seconds, out _) && seconds >= 0 && seconds <= longest
            ? (new ThresholdLimit(kind, TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))), null)
            : (null, $"must be a number of seconds, 0 … {longest}, or null for the default {kind.Default.TotalSeconds}.");
    }
}
