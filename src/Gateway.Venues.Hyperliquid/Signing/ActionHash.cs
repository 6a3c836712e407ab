using System.Buffers;
using System.Buffers.Binary;
using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// The hash that names an action together with everything that limits it: nonce, the account it is for, its last valid
/// moment. Reused from action to action, so that hashing allocates nothing.
/// </summary>
internal sealed class ActionHash
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>The msgpack bytes of the last action, for tests and diagnosis.</summary>
    public ReadOnlySpan<byte> LastMsgPack => buffer.WrittenSpan[..msgPackLength];

    private int msgPackLength;

    public void Compute<TAction>(in TAction action, ulong nonce, Address? vault, ulong? expiresAfter, Span<byte> hash)
        where TAction : struct, IAction
    {
        buffer.ResetWrittenCount();
        action.Write(new MsgPackWriter(buffer));
        msgPackLength = buffer.WrittenCount;

        BinaryPrimitives.WriteUInt64BigEndian(Next(8), nonce);
        if (vault is { } account)
        {
            Next(1)[0] = 1;
            account.CopyTo(Next(Address.Size));
        }
        else
        {
            Next(1)[0] = 0;
        }

        if (expiresAfter is { } last)
        {
            // The marker is 0, unlike the vault's; without an expiry no byte at all is hashed.
            Next(1)[0] = 0;
            BinaryPrimitives.WriteUInt64BigEndian(Next(8), last);
        }

        Keccak256.HashData(buffer.WrittenSpan, hash);
    }

    private Span<byte> Next(int count)
    {
        var span = buffer.GetSpan(count)[..count];
        buffer.Advance(count);
        return span;
    }
}
