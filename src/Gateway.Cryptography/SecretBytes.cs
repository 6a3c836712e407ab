using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gateway.Cryptography;

/// <summary>The 32 bytes of a private key outside the managed heap, where no collection copies them; overwritten before they are given back.</summary>
/// <remarks>A <see cref="SafeHandle"/>, so that closing it waits for a signature under way on another thread, and a forgotten key is wiped too.</remarks>
internal sealed unsafe class SecretBytes : SafeHandle
{
    internal const int Size = 32;

    internal SecretBytes()
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle((nint)NativeMemory.AllocZeroed(Size));

    public override bool IsInvalid => handle == 0;

    /// <summary>The bytes themselves; only for who fills them, before anybody else knows the handle.</summary>
    internal Span<byte> Span => new((void*)handle, Size);

    protected override bool ReleaseHandle()
    {
        CryptographicOperations.ZeroMemory(Span);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
