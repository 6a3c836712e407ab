using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

/// <summary>A published vector of an L1 action.</summary>
internal sealed record SignatureVector(string Name, JsonElement Vector)
{
    public JsonElement Action => Vector.GetProperty("action");

    public string ActionType => Action.GetProperty("type").GetString()!;

    public ulong Nonce => Vector.GetProperty("nonce").GetUInt64();

    public Address? Vault => Text("vaultAddress") is { } text ? Address.Parse(text) : null;

    public ulong? ExpiresAfter => Vector.GetProperty("expiresAfter") is { ValueKind: JsonValueKind.Number } number ? number.GetUInt64() : null;

    public SignatureSource Source => Vector.GetProperty("isMainnet").GetBoolean() ? SignatureSource.A : SignatureSource.B;

    public string? PrivateKey => Text("privateKey");

    public string MsgPack => Derived("msgpackHex");

    public string ConnectionId => Derived("connectionId")[2..];

    public string Digest => Derived("signingDigest")[2..];

    public (BigInteger R, BigInteger S, int V)? Signature => Vector.GetProperty("signature") is { ValueKind: JsonValueKind.Object } signature
        ? (Hex(signature.GetProperty("r").GetString()!), Hex(signature.GetProperty("s").GetString()!), signature.GetProperty("v").GetInt32())
        : null;

    public static IEnumerable<SignatureVector> All => TestData.Read("signing-vectors.json").GetProperty("vectors").EnumerateArray()
        .Where(vector => vector.GetProperty("kind").GetString() == "l1")
        .Select(vector => new SignatureVector(vector.GetProperty("name").GetString()!, vector));

    public static SignatureVector Of(string name) => All.Single(vector => vector.Name == name);

    public static BigInteger Hex(string hex) => BigInteger.Parse("0" + hex[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private string? Text(string name) => Vector.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private string Derived(string name)
    {
        if (Vector.TryGetProperty("derived", out var derived) && derived.TryGetProperty(name, out var value))
            return value.GetString()!;
        return Vector.GetProperty(name).GetString()!;
    }
}
