using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gateway.Cryptography;

/// <summary>The few calls of libsecp256k1 that we need. Lengths are checked by the callers: the library aborts the process on a bad argument.</summary>
internal static partial class Secp256k1
{
    internal const int DigestSize = 32;
    internal const int SignatureSize = 65;

    private const int CompactSize = 64;
    private const int OpaquePublicKeySize = 64;
    private const int OpaqueSignatureSize = 65;
    private const int UncompressedSize = 65;
    private const uint Uncompressed = 1 << 1;

    // Libraries before 0.2.0 want to be told both; later ones ignore the difference.
    private const uint SignAndVerify = 0x0201 | 0x0101;

    /// <summary>One for the process: the library may use it from many threads, as long as nobody randomizes it again.</summary>
    private static readonly Lazy<nint> Context = new(CreateContext);

    internal static bool IsPrivateKey(SecretBytes secret) => VerifySecretKey(Context.Value, secret) == 1;

    internal static Address AddressOf(SecretBytes secret)
    {
        Span<byte> publicKey = stackalloc byte[OpaquePublicKeySize];
        Expect(CreatePublicKey(Context.Value, publicKey, secret) == 1, "derive a public key");
        return AddressOf(publicKey);
    }

    internal static void Sign(SecretBytes secret, ReadOnlySpan<byte> digest, Span<byte> signature)
    {
        Span<byte> opaque = stackalloc byte[OpaqueSignatureSize];
        Expect(SignRecoverable(Context.Value, opaque, digest, secret, nonceFunction: 0, nonceData: 0) == 1, "sign");
        Expect(SerializeSignature(Context.Value, signature, out var recoveryId, opaque) == 1, "write a signature");

        // 2 and 3 mean that r overflowed the order of the curve: one chance in 2^127, and no wire format can carry it.
        Expect(recoveryId is 0 or 1, "sign with a recovery id of 0 or 1");
        signature[CompactSize] = (byte)recoveryId;
    }

    internal static bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, out Address signer)
    {
        Span<byte> opaque = stackalloc byte[OpaqueSignatureSize];
        Span<byte> publicKey = stackalloc byte[OpaquePublicKeySize];
        var isRecovered = ParseSignature(Context.Value, opaque, signature, signature[CompactSize]) == 1
            && Recover(Context.Value, publicKey, opaque, digest) == 1;
        signer = isRecovered ? AddressOf(publicKey) : Address.Zero;
        return isRecovered;
    }

    private static Address AddressOf(ReadOnlySpan<byte> publicKey)
    {
        Span<byte> point = stackalloc byte[UncompressedSize];
        nuint length = UncompressedSize;
        Expect(SerializePublicKey(Context.Value, point, ref length, publicKey, Uncompressed) == 1, "write a public key");
        return Address.OfPublicKey(point[1..]);
    }

    private static nint CreateContext()
    {
        NativeLibrary.SetDllImportResolver(typeof(Secp256k1).Assembly, Secp256k1Library.Resolve);
        var context = CreateContext(SignAndVerify);
        Expect(context != 0, "create a context");

        // Blinds the arithmetic against timing and power measurements; no result depends on it, so this chance need not be handed in.
        Span<byte> seed = stackalloc byte[32];
        RandomNumberGenerator.Fill(seed);
        Expect(RandomizeContext(context, seed) == 1, "randomize its context");
        CryptographicOperations.ZeroMemory(seed);
        return context;
    }

    private static void Expect(bool isTrue, string work)
    {
        if (!isTrue)
            throw new CryptographicException($"libsecp256k1 failed to {work}.");
    }

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_context_create")]
    private static partial nint CreateContext(uint flags);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_context_randomize")]
    private static partial int RandomizeContext(nint context, ReadOnlySpan<byte> seed);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ec_seckey_verify")]
    private static partial int VerifySecretKey(nint context, SecretBytes secret);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ec_pubkey_create")]
    private static partial int CreatePublicKey(nint context, Span<byte> publicKey, SecretBytes secret);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ec_pubkey_serialize")]
    private static partial int SerializePublicKey(nint context, Span<byte> output, ref nuint length, ReadOnlySpan<byte> publicKey, uint flags);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ecdsa_sign_recoverable")]
    private static partial int SignRecoverable(
        nint context, Span<byte> signature, ReadOnlySpan<byte> digest, SecretBytes secret, nint nonceFunction, nint nonceData);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ecdsa_recoverable_signature_serialize_compact")]
    private static partial int SerializeSignature(nint context, Span<byte> output, out int recoveryId, ReadOnlySpan<byte> signature);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = "secp256k1_ecdsa_recoverable_signature_parse_compact")]
    private static partial int ParseSignature(nint context, Span<byte> signature, ReadOnlySpan<byte> input, int recoveryId);

    [LibraryImport(Secp256k1Library.Name, EntryPoint = Secp256k1Library.RecoveryExport)]
    private static partial int Recover(nint context, Span<byte> publicKey, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> digest);
}
