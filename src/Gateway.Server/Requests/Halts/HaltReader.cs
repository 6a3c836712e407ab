using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Halts;

/// <summary>Reads a halt. The kinds are those that the order core knows: a new one needs nothing here.</summary>
internal sealed class HaltReader : SumReader<Orders.Halts.Halt>
{
    public HaltReader(FieldReaders readers)
    {
        var names = readers.For<string>();
        foreach (var (kind, count) in Orders.Halts.Halt.Kinds)
        {
            if (count == 0)
                Add(kind, Orders.Halts.Halt.Of(kind)!);
            else
                Add(kind, new PayloadReader<Orders.Halts.Halt>(payload => Read(names, kind, count, payload), _ => Describe(count)), halt => halt);
        }
    }

    private static JsonObject Describe(int count) =>
        count == 1 ? Schema.Of("string") : Schema.Tuple([.. Enumerable.Range(0, count).Select(_ => Schema.Of("string"))]);

    private static (Orders.Halts.Halt? Halt, string? Problem) Read(FieldReader<string> names, string kind, int count, JsonElement payload)
    {
        var parts = payload.ValueKind == JsonValueKind.Array && count > 1 ? payload.EnumerateArray().ToArray() : [payload];
        var read = ImmutableArray.CreateBuilder<string>(count);
        foreach (var part in parts)
        {
            if (names.TryRead(part, out var name, out _))
                read.Add(name);
        }

        return Orders.Halts.Halt.Of(kind, read.ToImmutable()) is { } halt && parts.Length == count
            ? (halt, null)
            : (null, count == 1 ? "must be a name." : $"must be an array of {count} names.");
    }
}
