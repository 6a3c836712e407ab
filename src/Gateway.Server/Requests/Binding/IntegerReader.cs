using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads whole numbers: digits with an optional sign, no fraction and no exponent.</summary>
internal sealed class IntegerReader : FieldReader<long>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Of("integer");

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out long value, [NotNullWhen(false)] out string? problem)
    {
        value = 0;
        problem = element.ValueKind == JsonValueKind.Number
            && long.TryParse(JsonMarshal.GetRawUtf8Value(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                ? null
                : "must be a whole number, such as 10, of at most 64 bits.";
        return problem is null;
    }
}
