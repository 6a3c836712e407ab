using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gateway.Cryptography;

/// <summary>An account's 20 bytes: the end of the Keccak-256 hash of its public key. The default is <see cref="Zero"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Address : IEquatable<Address>, IComparable<Address>
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 20;

    private const int TextLength = 2 + (2 * Size);

    // The bytes as big-endian numbers: comparing, hashing and copying need no heap.
    private readonly ulong high;
    private readonly ulong middle;
    private readonly uint low;

    private Address(ReadOnlySpan<byte> bytes)
    {
        high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        middle = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        low = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    /// <summary>The address of twenty zero bytes, which nobody has the key of.</summary>
    public static Address Zero => default;

    /// <summary>The address of these bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly <see cref="Size"/> of them.</exception>
    public static Address FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? new(bytes)
            : throw new ArgumentException($"An address is {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads 0x and 40 hexadecimal digits in any letter case; the checksum that mixed case may carry (EIP-55) is not looked at.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Address address)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isAddress = text.Length == TextLength && text.StartsWith("0x", StringComparison.Ordinal)
            && Convert.FromHexString(text[2..], bytes, out _, out _) == OperationStatus.Done;
        address = isAddress ? new(bytes) : Zero;
        return isAddress;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">It is something else. The text is not repeated in the message: it may be a key in the wrong place.</exception>
    public static Address Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var address)
            ? address
            : throw new FormatException($"An address is 0x and {2 * Size} hexadecimal digits; this text of {text.Length} characters is not.");

    /// <summary>The address that signs with a public key, given as its two 32-byte coordinates.</summary>
    internal static Address OfPublicKey(ReadOnlySpan<byte> coordinates)
    {
        Span<byte> hash = stackalloc byte[Keccak256.HashSize];
        Keccak256.HashData(coordinates, hash);
        return new(hash[^Size..]);
    }

    /// <summary>Writes the bytes to the first <see cref="Size"/> of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Size)
            throw new ArgumentException($"An address needs {Size} bytes, the destination has {destination.Length}.", nameof(destination));

        BinaryPrimitives.WriteUInt64BigEndian(destination, high);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], middle);
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], low);
    }

    /// <summary>0x and 40 lower-case digits, the form that Hyperliquid hashes.</summary>
    public override string ToString() => $"0x{high:x16}{middle:x16}{low:x8}";

    /// <inheritdoc/>
    public bool Equals(Address other) => high == other.high && middle == other.middle && low == other.low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Address other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(high, middle, low);

    /// <summary>In the order of the bytes, which is also that of the texts.</summary>
    public int CompareTo(Address other) => (high, middle, low).CompareTo((other.high, other.middle, other.low));

    /// <summary>Whether all bytes are equal.</summary>
    public static bool operator ==(Address left, Address right) => left.Equals(right);

    /// <summary>Whether any byte differs.</summary>
    public static bool operator !=(Address left, Address right) => !left.Equals(right);

    /// <summary>Whether the left comes first.</summary>
    public static bool operator <(Address left, Address right) => left.CompareTo(right) < 0;

    /// <summary>Whether the right comes first.</summary>
    public static bool operator >(Address left, Address right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left comes first or is the same.</summary>
    public static bool operator <=(Address left, Address right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right comes first or is the same.</summary>
    public static bool operator >=(Address left, Address right) => left.CompareTo(right) >= 0;
}
