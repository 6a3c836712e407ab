using System.Buffers;
using System.Buffers.Binary;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// Writes the part of msgpack that actions consist of, always in the shortest form, as the venue does before it hashes.
/// </summary>
internal readonly struct MsgPackWriter(IBufferWriter<byte> output)
{
    public void Map(int members) => Header(members, 0x80, 0xde);

    public void Array(int items) => Header(items, 0x90, 0xdc);

    public void Boolean(bool value) => Byte(value ? (byte)0xc3 : (byte)0xc2);

    public void Nil() => Byte(0xc0);

    public void Integer(ulong value)
    {
        switch (value)
        {
            case <= 0x7f:
                Byte((byte)value);
                break;
            case <= byte.MaxValue:
                Byte(0xcc);
                Byte((byte)value);
                break;
            case <= ushort.MaxValue:
                Byte(0xcd);
                BinaryPrimitives.WriteUInt16BigEndian(Next(2), (ushort)value);
                break;
            case <= uint.MaxValue:
                Byte(0xce);
                BinaryPrimitives.WriteUInt32BigEndian(Next(4), (uint)value);
                break;
            default:
                Byte(0xcf);
                BinaryPrimitives.WriteUInt64BigEndian(Next(8), value);
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        switch (utf8.Length)
        {
            case <= 31:
                Byte((byte)(0xa0 | utf8.Length));
                break;
            case <= byte.MaxValue:
                Byte(0xd9);
                Byte((byte)utf8.Length);
                break;
            case <= ushort.MaxValue:
                Byte(0xda);
                BinaryPrimitives.WriteUInt16BigEndian(Next(2), (ushort)utf8.Length);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(utf8), utf8.Length, "No text in an action is this long.");
        }

        output.Write(utf8);
    }

    public void Number(decimal value)
    {
        Span<byte> utf8 = stackalloc byte[WireDecimal.MaxLength];
        Text(utf8[..WireDecimal.Format(value, utf8)]);
    }

    private void Header(int count, byte small, byte large)
    {
        if (count <= 15)
        {
            Byte((byte)(small | count));
            return;
        }

        Byte(large);
        BinaryPrimitives.WriteUInt16BigEndian(Next(2), checked((ushort)count));
    }

    private void Byte(byte value) => Next(1)[0] = value;

    private Span<byte> Next(int count)
    {
        var span = output.GetSpan(count)[..count];
        output.Advance(count);
        return span;
    }
}
