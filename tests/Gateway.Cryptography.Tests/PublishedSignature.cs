using System.Text.Json;

namespace Gateway.Cryptography.Tests;

/// <summary>One line of <c>TestData/signatures.json</c>; numbers are 0x and hexadecimal digits, <paramref name="V"/> is 27 or 28.</summary>
internal sealed record PublishedSignature(string Name, string PrivateKey, string Digest, string Signer, string R, string S, int V)
{
    private static readonly IReadOnlyDictionary<string, PublishedSignature> ByName = Read();

    internal static IEnumerable<string> Names => ByName.Keys;

    internal byte[] DigestBytes => Convert.FromHexString(Digest[2..]);

    /// <summary>In the form that <see cref="Cryptography.PrivateKey.Sign"/> writes.</summary>
    internal byte[] Bytes => [.. Convert.FromHexString(R[2..]), .. Convert.FromHexString(S[2..]), (byte)(V - 27)];

    internal static PublishedSignature Named(string name) => ByName[name];

    private static Dictionary<string, PublishedSignature> Read()
    {
        using var stream = typeof(PublishedSignature).Assembly.GetManifestResourceStream("signatures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("vectors").Deserialize<PublishedSignature[]>(JsonSerializerOptions.Web)!
            .ToDictionary(vector => vector.Name, StringComparer.Ordinal);
    }
}
