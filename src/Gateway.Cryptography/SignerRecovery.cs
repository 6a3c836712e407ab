namespace Gateway.Cryptography;

/// <summary>Finds out who signed a digest.</summary>
public static class SignerRecovery
{
    /// <summary>
    /// The address whose key made the signature. A valid signature of another digest recovers some other address, mostly nobody's;
    /// only what cannot be a signature at all recovers none.
    /// </summary>
    /// <param name="digest32">The 32 bytes that were signed.</param>
    /// <param name="signature65">As <see cref="PrivateKey.Sign"/> writes it: r ‖ s ‖ recovery id, 0 or 1 (Ethereum's <c>v</c> less 27). A high s is accepted.</param>
    /// <param name="signer">The address, or <see cref="Address.Zero"/>.</param>
    /// <returns>False when the signature has another length, another recovery id, or an r or s that the curve does not have.</returns>
    /// <exception cref="ArgumentException">The digest is not 32 bytes long: that is the caller's mistake, not the signer's.</exception>
    public static bool TryRecover(ReadOnlySpan<byte> digest32, ReadOnlySpan<byte> signature65, out Address signer)
    {
        if (digest32.Length != Secp256k1.DigestSize)
            throw new ArgumentException($"A digest is {Secp256k1.DigestSize} bytes, not {digest32.Length}.", nameof(digest32));

        signer = Address.Zero;
        return signature65.Length == Secp256k1.SignatureSize && signature65[^1] <= 1
            && Secp256k1.TryRecover(digest32, signature65, out signer);
    }
}
