using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Limits;

/// <summary>Whose trading, and which: what an amount is about.</summary>
internal sealed record SetAndScope(LimitSet Set, LimitScope Scope);

/// <summary>Reads <c>[set, scope]</c>.</summary>
internal sealed class SetAndScopeReader(FieldReaders readers) : FieldReader<SetAndScope>
{
    public override JsonObject Describe(SchemaDefinitions definitions) =>
        Schema.Tuple(readers.For<LimitSet>().Describe(definitions), readers.For<LimitScope>().Describe(definitions));

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out SetAndScope value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = "must be [set, scope].";
        return element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
            && TryRead(readers, element[0], element[1], out value, out problem);
    }

    /// <summary>Reads the two parts, which other shapes have too.</summary>
    public static bool TryRead(
        FieldReaders readers, JsonElement first, JsonElement second, [NotNullWhen(true)] out SetAndScope? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        if (!readers.For<LimitSet>().TryRead(first, out var set, out var wrong))
            problem = $"names a set that {wrong}";
        else if (!readers.For<LimitScope>().TryRead(second, out var scope, out wrong))
            problem = $"names a scope that {wrong}";
        else
            (value, problem) = (new(set, scope), null);
        return problem is null;
    }
}
