using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads text.</summary>
internal sealed class StringReader : FieldReader<string>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Of("string");

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? problem)
    {
        var read = WireText.TryGet(element, out value);
        problem = read ? null : "must be a string of valid Unicode.";
        return read;
    }
}
