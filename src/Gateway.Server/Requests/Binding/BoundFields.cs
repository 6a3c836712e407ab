using System.Text.Json;

namespace Gateway.Server.Requests.Binding;

/// <summary>The fields of one object, matched to a record's parameters.</summary>
internal sealed class BoundFields(JsonElement[] values, FieldProblems problems)
{
    /// <summary>Reads a field; where it is missing or wrong, notes that and answers a stand-in.</summary>
    public T Read<T>(Field field, FieldReader<T> reader, T fallback)
    {
        var element = values[field.Index];
        if (IsAbsent(element))
        {
            if (field.IsRequired)
                problems.Add(field.Name, "is required.");
            return fallback;
        }

        if (reader.TryRead(element, out var value, out var problem))
            return value;
        problems.Add(field.Name, problem);
        return fallback;
    }

    /// <summary>Reads a field of a value type that may be absent.</summary>
    public T? ReadOptional<T>(Field field, FieldReader<T> reader)
        where T : struct =>
        IsAbsent(values[field.Index]) ? null : Read(field, reader, default);

    private static bool IsAbsent(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
