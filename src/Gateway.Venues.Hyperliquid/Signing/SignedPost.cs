using System.Buffers;
using System.Text.Json;
using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// Signs an action and frames it as a numbered post. One instance serves one sender: its buffers are used again for the
/// next post, so that the way of an order from its terms to its bytes allocates nothing.
/// </summary>
internal sealed class SignedPost : IDisposable
{
    private readonly ActionHash hash = new();
    private readonly ArrayBufferWriter<byte> frame = new(2048);
    private readonly Utf8JsonWriter json;

    public SignedPost() => json = new Utf8JsonWriter(frame);

    /// <summary>The frame to send; valid until the next call.</summary>
    /// <param name="id">The number that the reply will carry.</param>
    /// <param name="action">What to do.</param>
    /// <param name="signer">On whose behalf.</param>
    /// <param name="nonce">Never used before by this key.</param>
    /// <param name="expiresAfter">The last moment (Unix ms) at which the venue may execute it.</param>
    public ReadOnlyMemory<byte> Write<TAction>(long id, in TAction action, Signer signer, ulong nonce, ulong? expiresAfter)
        where TAction : struct, IAction
    {
        frame.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("method"u8, "post"u8);
        json.WriteNumber("id"u8, id);
        json.WriteStartObject("request"u8);
        json.WriteString("type"u8, "action"u8);
        json.WritePropertyName("payload"u8);
        WritePayload(action, signer, nonce, expiresAfter);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return frame.WrittenMemory;
    }

    /// <summary>The same as the body of an HTTP request, without a number; valid until the next call.</summary>
    public ReadOnlyMemory<byte> WriteBody<TAction>(in TAction action, Signer signer, ulong nonce, ulong? expiresAfter)
        where TAction : struct, IAction
    {
        frame.ResetWrittenCount();
        json.Reset();
        WritePayload(action, signer, nonce, expiresAfter);
        json.Flush();
        return frame.WrittenMemory;
    }

    public void Dispose() => json.Dispose();

    private void WritePayload<TAction>(in TAction action, Signer signer, ulong nonce, ulong? expiresAfter)
        where TAction : struct, IAction
    {
        Span<byte> digest = stackalloc byte[Keccak256.HashSize];
        Span<byte> signature = stackalloc byte[65];
        hash.Compute(action, nonce, signer.Vault, expiresAfter, digest);
        AgentDigest.Compute(signer.Source, digest, digest);
        signer.Key.Sign(digest, signature);

        json.WriteStartObject();
        json.WritePropertyName("action"u8);
        action.Write(json);
        json.WriteNumber("nonce"u8, nonce);
        json.WriteStartObject("signature"u8);
        WriteHex("r"u8, signature[..32]);
        WriteHex("s"u8, signature[32..64]);
        json.WriteNumber("v"u8, 27 + signature[64]);
        json.WriteEndObject();
        if (signer.Vault is { } vault)
        {
            Span<byte> address = stackalloc byte[Address.Size];
            vault.CopyTo(address);
            WriteHex("vaultAddress"u8, address);
        }

        if (expiresAfter is { } last)
            json.WriteNumber("expiresAfter"u8, last);
        json.WriteEndObject();
    }

    private void WriteHex(ReadOnlySpan<byte> name, ReadOnlySpan<byte> bytes)
    {
        Span<byte> utf8 = stackalloc byte[2 + (2 * 32)];
        "0x"u8.CopyTo(utf8);
        Convert.TryToHexStringLower(bytes, utf8[2..], out var written);
        json.WriteString(name, utf8[..(2 + written)]);
    }
}
