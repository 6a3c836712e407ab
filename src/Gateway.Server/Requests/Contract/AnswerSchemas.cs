using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Contract;

/// <summary>Describes answers, as <see cref="WireFormat"/> writes them, from their types.</summary>
internal sealed class AnswerSchemas(SchemaDefinitions definitions, FieldReaders readers)
{
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>What a request answers, from what its handler says that it returns: only there it is said what may be null.</summary>
    public JsonObject OfHandler(Type request)
    {
        var handle = request.GetNestedType("Handler", BindingFlags.NonPublic)?.GetMethod("Handle")
            ?? throw new InvalidOperationException($"{request.Name} has no Handler inside.");
        var answer = nullability.Create(handle.ReturnParameter).GenericTypeArguments[0].GenericTypeArguments[0];
        return answer.Type.IsAssignableTo(typeof(UpdateStream)) ? OfUpdate(answer.Type) : Of(answer);
    }

    private JsonObject OfUpdate(Type stream) => Of(nullability.Create(stream.GetProperty(nameof(UpdateStream<>.Snapshot))!));

    private JsonObject Of(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type);
        if (type is not null)
            return Schema.OrNull(Of(type, info));
        var schema = Of(info.Type, info);
        return !info.Type.IsValueType && info.ReadState == NullabilityState.Nullable ? Schema.OrNull(schema) : schema;
    }

    private JsonObject Of(Type type, NullabilityInfo info)
    {
        if (WireFormat.Describe(type, definitions) is { } known)
            return known;
        if (readers.SumOf(type) is { } sum)
            return sum.Describe(definitions);
        if (type == typeof(object))
            return []; // A venue's own answer: its page says what it holds.
        if (type.IsEnum)
            return Schema.Names(Enum.GetNames(type));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Schema.List(Of(info.GenericTypeArguments[0]));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OrderedDictionary<,>))
            return new() { ["type"] = "object", ["additionalProperties"] = Of(info.GenericTypeArguments[1]) };
        if (type.IsAssignableTo(typeof(ITuple)))
            return Schema.Tuple([.. info.GenericTypeArguments.Select(Of)]);
        if (type.IsValueType || type.Namespace?.StartsWith("Gateway.", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"Nothing says how {type} is written.");

        var members = type.GetProperties();
        return Schema.Record(
            members.Select(member => KeyValuePair.Create(NameOf(member), OfMember(member))),
            members.Where(member => !IsLeftOut(member)).Select(NameOf));
    }

    private JsonObject OfMember(PropertyInfo member)
    {
        var info = nullability.Create(member);
        return IsLeftOut(member) ? Of(Nullable.GetUnderlyingType(info.Type) ?? info.Type, info) : Of(info);
    }

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

    // Rather than written as null.
    private static bool IsLeftOut(PropertyInfo member) =>
        member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull };
}
