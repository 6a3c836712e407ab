using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gateway.Cryptography;

/// <summary>The 32 bytes of a private key in memory that no collection moves or copies, overwritten at the end.</summary>
/// <remarks>A <see cref="SafeHandle"/>, so that closing it waits for a signature under way on another thread, and a forgotten key is wiped too.</remarks>
internal sealed class SecretBytes : SafeHandle
{
    internal const int Size = 32;

    private readonly byte[] pinned = GC.AllocateArray<byte>(Size, pinned: true);

    internal SecretBytes()
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0));

    public override bool IsInvalid => handle == 0;

    /// <summary>The bytes themselves, for who fills them before anybody else knows the handle.</summary>
    internal Span<byte> Span => pinned;

    protected override bool ReleaseHandle()
    {
        CryptographicOperations.ZeroMemory(pinned);
        return true;
    }
}
