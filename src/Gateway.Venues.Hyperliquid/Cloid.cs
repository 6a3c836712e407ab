using System.Buffers.Binary;
using System.Text;
using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid;

/// <summary>
/// The client order id that an order carries at the venue, from which it is recognised without our journal: 16 bytes, big
/// endian: version (1), gateway instance (4), leg (the upper 11 bits of 8 bytes) and order id (the lower 53), the first 3 bytes of
/// the Keccak-256 of those 13. Each leg has a cloid of its own, so that asking for one never answers for another. The check
/// keeps the orders of other programs, whose cloids may be any 16 bytes, from being taken for ours.
/// </summary>
internal readonly record struct Cloid
{
    /// <summary><c>0x</c> and 32 lower-case hex digits: upper case would be hashed otherwise by the venue.</summary>
    public const int TextLength = 2 + (2 * Size);

    /// <summary>32 hex digits and 4 dashes.</summary>
    public const int UuidLength = (2 * Size) + 4;

    private const int Size = 16;
    private const int Stated = 13;
    private const int OrderBits = 53;
    private const byte Version = 1;

    private static ReadOnlySpan<byte> UuidGroups => [8, 4, 4, 4, 12];

    private readonly UInt128 value;

    public Cloid(UInt128 value) => this.value = value;

    public static Cloid Of(GatewayInstance instance, OrderLeg leg)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leg.Number, nameof(leg));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leg.Number, OrderLeg.Last, nameof(leg));
        Span<byte> bytes = stackalloc byte[Size];
        State(instance, leg, bytes);
        Check(bytes, bytes[Stated..]);
        return new Cloid(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>The leg of an order that a cloid names; false if it is none of this gateway's.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, GatewayInstance instance, out OrderLeg leg)
    {
        leg = default;
        return TryParse(text, out var cloid) && cloid.TryRead(instance, out leg);
    }

    /// <summary>Reads any cloid, whoever gave it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Cloid cloid)
    {
        Span<byte> utf8 = stackalloc byte[TextLength];
        cloid = default;
        return Encoding.UTF8.TryGetBytes(text, utf8, out var length) && TryParse(utf8[..length], out cloid);
    }

    /// <summary>The same from UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Cloid cloid)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isOne = utf8.Length == TextLength && utf8[0] == '0' && utf8[1] == 'x' &&
            Convert.FromHexString(utf8[2..], bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        cloid = isOne ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes)) : default;
        return isOne;
    }

    /// <summary>The leg of an order that it names; false if it is none of this gateway's.</summary>
    public bool TryRead(GatewayInstance instance, out OrderLeg leg)
    {
        leg = default;
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        var number = BinaryPrimitives.ReadUInt64BigEndian(bytes[5..]);
        var order = (long)(number & (ulong)OrderId.MaxValue);
        if (bytes[0] != Version || BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]) != instance.Value || order < 1)
            return false;
        Span<byte> check = stackalloc byte[Size - Stated];
        Check(bytes, check);
        if (!check.SequenceEqual(bytes[Stated..]))
            return false;
        leg = new OrderLeg(new OrderId(order), (int)(number >> OrderBits));
        return true;
    }

    /// <summary>Whether it states this leg, be its check right or wrong: for whoever knows by other means that it is one of ours.</summary>
    public bool States(GatewayInstance instance, OrderLeg leg)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        Span<byte> stated = stackalloc byte[Stated];
        State(instance, leg, stated);
        return bytes[..Stated].SequenceEqual(stated);
    }

    public void Format(Span<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        "0x"u8.CopyTo(utf8);
        Convert.TryToHexStringLower(bytes, utf8[2..], out _);
    }

    /// <summary>The same 16 bytes written as a UUID, lower case: without its dashes and with <c>0x</c> before, it is the cloid again.</summary>
    public void FormatUuid(Span<byte> utf8)
    {
        Span<byte> plain = stackalloc byte[TextLength];
        Format(plain);
        var from = 2;
        foreach (var group in UuidGroups)
        {
            if (from > 2)
            {
                utf8[0] = (byte)'-';
                utf8 = utf8[1..];
            }

            plain.Slice(from, group).CopyTo(utf8);
            utf8 = utf8[group..];
            from += group;
        }
    }

    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[TextLength];
        Format(utf8);
        return System.Text.Encoding.ASCII.GetString(utf8);
    }

    private static void State(GatewayInstance instance, OrderLeg leg, Span<byte> bytes)
    {
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], instance.Value);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[5..], ((ulong)leg.Number << OrderBits) | (ulong)leg.Order.Value);
    }

    private static void Check(ReadOnlySpan<byte> bytes, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[Keccak256.HashSize];
        Keccak256.HashData(bytes[..Stated], hash);
        hash[..check.Length].CopyTo(check);
    }
}
