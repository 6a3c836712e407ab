using System.Buffers;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>
/// Makes a record from a JSON object: each constructor parameter is the field of its name in snake_case. Optional is what is
/// nullable or has a default; fields that the record does not have are ignored.
/// </summary>
internal sealed class RecordBinder<T>
{
    private readonly Field[] fields;
    private readonly FieldReader[] fieldReaders;
    private readonly Func<BoundFields, T> make;

    public RecordBinder(FieldReaders readers)
    {
        var constructor = typeof(T).GetConstructors()[0];
        var parameters = constructor.GetParameters();
        var nullability = new NullabilityInfoContext();
        fields = [.. parameters.Select((parameter, index) => new Field(
            index,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!),
            !parameter.HasDefaultValue && nullability.Create(parameter).WriteState != NullabilityState.Nullable))];

        fieldReaders = [.. parameters.Select(parameter => readers.For(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType))];
        var bound = Expression.Parameter(typeof(BoundFields));
        make = Expression.Lambda<Func<BoundFields, T>>(
            Expression.New(constructor, parameters.Select((parameter, index) => Read(bound, parameter, fields[index], readers))), bound).Compile();
    }

    /// <summary>The wire names of the fields.</summary>
    public IEnumerable<Field> Fields => fields;

    /// <summary>Describes each field by its name; what may be left out may also be null.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> Describe(SchemaDefinitions definitions) => fields
        .Zip(fieldReaders, (field, reader) => (field, Schema: reader.Describe(definitions)))
        .Select(pair => KeyValuePair.Create(pair.field.Name, pair.field.IsRequired ? pair.Schema : Schema.OrNull(pair.Schema)));

    /// <summary>
    /// Makes the record and notes every problem. Where there are problems the record holds stand-ins and is good for nothing
    /// but looking for further problems in its other fields.
    /// </summary>
    public T Bind(JsonElement json, FieldProblems problems)
    {
        var values = ArrayPool<JsonElement>.Shared.Rent(fields.Length);
        values.AsSpan().Clear();
        foreach (var property in json.EnumerateObject())
        {
            if (Find(property) is { } field)
                values[field.Index] = property.Value;
        }

        var record = make(new(values, problems));
        ArrayPool<JsonElement>.Shared.Return(values);
        return record;
    }

    private Field? Find(JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        var isEscaped = name.Contains((byte)'\\');
        foreach (var field in fields)
        {
            if (isEscaped ? property.NameEquals(field.WireName.EncodedUtf8Bytes) : name.SequenceEqual(field.WireName.EncodedUtf8Bytes))
                return field;
        }

        return null;
    }

    private static MethodCallExpression Read(ParameterExpression bound, ParameterInfo parameter, Field field, FieldReaders readers)
    {
        var type = parameter.ParameterType;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Expression.Call(
                bound, nameof(BoundFields.ReadOptional), [inner], Expression.Constant(field), Expression.Constant(readers.For(inner)));
        }

        return Expression.Call(
            bound, nameof(BoundFields.Read), [type], Expression.Constant(field), Expression.Constant(readers.For(type)), Default(parameter));
    }

    // Reflection hands out an enumeration's default as its number.
    private static Expression Default(ParameterInfo parameter) => parameter is { HasDefaultValue: true, DefaultValue: { } value }
        ? Expression.Constant(parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, value) : value, parameter.ParameterType)
        : Expression.Default(parameter.ParameterType);
}
