using System.Buffers;
using System.Diagnostics;

namespace Gateway.Cryptography;

/// <summary>A secp256k1 private key that signs digests and never shows itself. Disposing it overwrites the key in memory.</summary>
/// <remarks>Signing may happen on several threads at once.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PrivateKey : IDisposable
{
    /// <summary>The length of a signature in bytes: r and s of 32 bytes each, big-endian, and the recovery id.</summary>
    public const int SignatureSize = Secp256k1.SignatureSize;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly SecretBytes secret;

    private PrivateKey(SecretBytes secret)
    {
        this.secret = secret;
        Address = Secp256k1.AddressOf(secret);
    }

    /// <summary>The address that this key signs for. Stays readable after the key is disposed.</summary>
    public Address Address { get; }

    /// <summary>Reads 64 hexadecimal digits, with or without 0x; white space around them is ignored, since key files end in a new line.</summary>
    /// <exception cref="FormatException">It is not a key; the message says why and does not repeat the text.</exception>
    /// <exception cref="DllNotFoundException">The library <c>libsecp256k1</c> is not installed; the message says how to install it.</exception>
    public static PrivateKey Parse(ReadOnlySpan<char> hex)
    {
        var digits = hex.Trim();
        if (digits.StartsWith("0x", StringComparison.Ordinal))
            digits = digits[2..];
        if (digits.Length != 2 * SecretBytes.Size)
            throw new FormatException($"A private key is {2 * SecretBytes.Size} hexadecimal digits, with or without 0x in front; this text has {digits.Length} characters.");

        var bytes = new SecretBytes();
        try
        {
            if (Convert.FromHexString(digits, bytes.Span, out _, out _) != OperationStatus.Done)
                throw new FormatException($"A private key is {2 * SecretBytes.Size} hexadecimal digits; this text has other characters among them.");
            if (!Secp256k1.IsPrivateKey(bytes))
                throw new FormatException("A private key is greater than zero and less than the order of the curve secp256k1; this number is not.");
            return new(bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Signs a digest, without allocating: r ‖ s ‖ recovery id (0 or 1, to which Ethereum's <c>v</c> adds 27). The nonce is that of RFC 6979,
    /// so the same digest has the same signature always; s is the lower of the two that would do.
    /// </summary>
    /// <param name="digest32">The 32 bytes to sign.</param>
    /// <param name="signature65">Where the signature goes, <see cref="SignatureSize"/> bytes.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    /// <exception cref="ObjectDisposedException">The key is disposed.</exception>
    public void Sign(ReadOnlySpan<byte> digest32, Span<byte> signature65)
    {
        ObjectDisposedException.ThrowIf(secret.IsClosed, this);
        if (digest32.Length != Secp256k1.DigestSize)
            throw new ArgumentException($"A digest is {Secp256k1.DigestSize} bytes, not {digest32.Length}.", nameof(digest32));
        if (signature65.Length != SignatureSize)
            throw new ArgumentException($"A signature is {SignatureSize} bytes, not {signature65.Length}.", nameof(signature65));

        Secp256k1.Sign(secret, digest32, signature65);
    }

    /// <summary>Overwrites the key.</summary>
    public void Dispose() => secret.Dispose();

    /// <summary>Whose key it is; never the key.</summary>
    public override string ToString() => $"private key of {Address}";
}
