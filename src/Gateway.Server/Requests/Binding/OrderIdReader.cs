using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;
using Gateway.Venues;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads order ids: an integer, or a string of digits for clients whose numbers are doubles.</summary>
internal sealed class OrderIdReader : FieldReader<OrderId>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer(
        "OrderId", () => Schema.Any(Schema.OrderId, new() { ["type"] = "string", ["pattern"] = "^[0-9]+$" }));

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out OrderId value, [NotNullWhen(false)] out string? problem)
    {
        var text = element.ValueKind == JsonValueKind.Number ? element.GetRawText() : WireText.TryGet(element, out var digits) ? digits : "";
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= OrderId.MaxValue;
        value = read ? new OrderId(number) : default;
        problem = read ? null : "must be an order id: an integer within 1 … 2^53−1, or a string of its digits.";
        return read;
    }
}
