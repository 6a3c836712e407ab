using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads the id of an earlier request.</summary>
internal sealed class RequestIdReader : FieldReader<RequestId>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.RequestId(definitions);

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out RequestId value, [NotNullWhen(false)] out string? problem)
    {
        value = RequestId.TryRead(element);
        problem = value is null ? "must be the id of a request: an integer within 0 … 2^53−1 or a string of at most 64 characters." : null;
        return value is not null;
    }
}
