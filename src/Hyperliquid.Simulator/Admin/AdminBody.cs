using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Admin;

/// <summary>An operator's JSON, read kindly: numbers may be JSON numbers or strings, unknown members are named in the error.</summary>
internal sealed class AdminBody
{
    private readonly JsonObject members;

    /// <summary>Opens a body.</summary>
    /// <exception cref="AdminException">It is no object or has members other than those known.</exception>
    public AdminBody(JsonNode? body, params string[] known)
    {
        members = body as JsonObject ?? throw new AdminException($"The body must be a JSON object with {string.Join(", ", known)}.");
        if (members.FirstOrDefault(member => !known.Contains(member.Key, StringComparer.Ordinal)).Key is { } unknown)
            throw new AdminException($"There is no member \"{unknown}\"; there are: {string.Join(", ", known)}.");
    }

    public bool Has(string name) => members[name] is not null;

    public string Text(string name) => members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>()
        : throw new AdminException($"\"{name}\" must be a string.");

    public decimal Number(string name) => members[name] is { } value && TryNumber(value, out var number)
        ? number
        : throw new AdminException($"\"{name}\" must be a number.");

    public decimal Positive(string name) =>
        Number(name) is > 0 and var number ? number : throw new AdminException($"\"{name}\" must be above zero.");

    public long Integer(string name) => Number(name) is var number && number == Math.Floor(number) && Math.Abs(number) <= long.MaxValue
        ? (long)number
        : throw new AdminException($"\"{name}\" must be a whole number.");

    public bool Flag(string name) => members[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new AdminException($"\"{name}\" must be true or false."),
    };

    public Address Address(string name) => Gateway.Cryptography.Address.TryParse(Text(name), out var address)
        ? address
        : throw new AdminException($"\"{name}\" must be an address: 0x and 40 hex digits.");

    public Market Market(string name, Exchange exchange) => exchange.FindMarket(Text(name))
        ?? throw new AdminException($"There is no coin \"{Text(name)}\"; there are: {string.Join(", ", exchange.Universe.All.Select(instrument => instrument.Coin))}.");

    public Token Token(string name, Exchange exchange) => exchange.Universe.FindToken(Text(name))
        ?? throw new AdminException($"There is no token \"{Text(name)}\".");

    public IEnumerable<KeyValuePair<string, decimal>> Amounts(string name) => (members[name] as JsonObject
        ?? throw new AdminException($"\"{name}\" must be an object from token to amount."))
        .Select(member => KeyValuePair.Create(member.Key, member.Value is { } value && TryNumber(value, out var amount)
            ? amount
            : throw new AdminException($"The amount of {member.Key} must be a number.")));

    public IEnumerable<JsonNode?> Array(string name) =>
        members[name] as JsonArray ?? throw new AdminException($"\"{name}\" must be an array.");

    private static bool TryNumber(JsonNode node, out decimal number)
    {
        var text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
