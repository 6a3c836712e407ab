using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Validators;

namespace Gateway.Server.Requests.Contract;

/// <summary>Adds to a request's fields what its validator demands, as far as JSON Schema has a word for it.</summary>
internal static class FieldRules
{
    /// <summary>The described fields, narrowed.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Narrow(IEnumerable<KeyValuePair<string, JsonObject>> fields, IValidator? validator)
    {
        var rules = (validator?.CreateDescriptor().Rules ?? [])
            .Where(rule => rule.PropertyName is not null)
            .ToLookup(rule => JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.PropertyName), StringComparer.Ordinal);
        return fields.Select(field => KeyValuePair.Create(
            field.Key,
            rules[field.Key].SelectMany(rule => rule.Components).Aggregate(field.Value, (schema, component) => Narrow(schema, component.Validator))));
    }

    private static JsonObject Narrow(JsonObject field, IPropertyValidator rule)
    {
        if (rule is INullValidator)
            return Schema.Null;

        // A field that may be left out is "this or null": the rule is about this.
        var schema = field["anyOf"] is JsonArray choice ? choice[0]!.AsObject() : field;
        switch (rule)
        {
            case IBetweenValidator { From: long from, To: long to } and IInclusiveBetweenValidator:
                schema["minimum"] = from;
                schema["maximum"] = to;
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: long least }:
                schema["minimum"] = least;
                break;
            case ILengthValidator length:
                schema["minLength"] = length.Min;
                schema["maxLength"] = length.Max;
                break;
            default:
                break;
        }

        return field;
    }
}
