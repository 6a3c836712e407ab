using System.Buffers;
using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Wire;

/// <summary>r, s and v of a request. Some clients drop leading zeros of r and s, which is accepted.</summary>
internal sealed class Signature
{
    private const int ScalarDigits = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private readonly byte[] bytes;

    private Signature(byte[] bytes) => this.bytes = bytes;

    /// <summary>Reads a signature; null if a part is not hex or v is neither 27 nor 28.</summary>
    public static Signature? Read(Body signature)
    {
        var r = signature.Text("r");
        var s = signature.Text("s");
        var v = signature.Integer("v");
        return IsScalar(r) && IsScalar(s) && v is (27 or 28)
            ? new([.. Scalar(r), .. Scalar(s), (byte)(v - 27)])
            : null;
    }

    /// <summary>Who signed this digest; null if nobody can have.</summary>
    public Address? SignerOf(ReadOnlySpan<byte> digest) => SignerRecovery.TryRecover(digest, bytes, out var signer) ? signer : null;

    private static bool IsScalar(string text) =>
        text.Length is > 2 and <= ScalarDigits + 2
        && text.StartsWith("0x", StringComparison.Ordinal)
        && text.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;

    private static byte[] Scalar(string text) => Convert.FromHexString(text[2..].PadLeft(ScalarDigits, '0'));
}
