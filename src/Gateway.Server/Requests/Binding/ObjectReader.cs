using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads a record from an object, field by field.</summary>
internal sealed class ObjectReader<T>(RecordBinder<T> binder) : FieldReader<T>
    where T : class
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Record(
        binder.Describe(definitions), binder.Fields.Where(field => field.IsRequired).Select(field => field.Name));

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problem = "must be an object.";
            return false;
        }

        var problems = new FieldProblems();
        value = binder.Bind(element, problems);
        problem = problems.Any ? string.Join(' ', problems.All.Select(field => $"'{field.Key}' {string.Join(' ', field.Value)}")) : null;
        return problem is null;
    }
}
