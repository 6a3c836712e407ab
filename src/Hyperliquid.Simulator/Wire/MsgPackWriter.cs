using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Wire;

/// <summary>The part of msgpack that actions use: maps, arrays, strings, booleans, nil and unsigned integers, each in the shortest form.</summary>
internal sealed class MsgPackWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public MsgPackWriter Map(int members) => Header(members, shortForm: 0x80, longForm: 0xde);

    public MsgPackWriter Array(int items) => Header(items, shortForm: 0x90, longForm: 0xdc);

    public MsgPackWriter Nil() => Byte(0xc0);

    public MsgPackWriter Flag(bool value) => Byte(value ? (byte)0xc3 : (byte)0xc2);

    public MsgPackWriter Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        switch (utf8.Length)
        {
            case <= 31:
                Byte((byte)(0xa0 | utf8.Length));
                break;
            case <= byte.MaxValue:
                Byte(0xd9).Byte((byte)utf8.Length);
                break;
            default:
                Byte(0xda).UInt16(checked((ushort)utf8.Length));
                break;
        }

        buffer.Write(utf8);
        return this;
    }

    /// <summary>A decimal as it is signed: a string without trailing zeros, whatever the sender wrote.</summary>
    public MsgPackWriter Decimal(decimal value) => Text(Numbers.Plain(Decimals.Trim(value)));

    public MsgPackWriter Integer(long value)
    {
        return value switch
        {
            >= -32 and < 0 => Byte(unchecked((byte)value)),
            >= sbyte.MinValue and < 0 => Byte(0xd0).Byte(unchecked((byte)value)),
            >= short.MinValue and < 0 => Byte(0xd1).UInt16(unchecked((ushort)value)),
            >= int.MinValue and < 0 => Byte(0xd2).UInt32(unchecked((uint)value)),
            < 0 => Byte(0xd3).UInt64(unchecked((ulong)value)),
            <= 0x7f => Byte((byte)value),
            <= byte.MaxValue => Byte(0xcc).Byte((byte)value),
            <= ushort.MaxValue => Byte(0xcd).UInt16((ushort)value),
            <= uint.MaxValue => Byte(0xce).UInt32((uint)value),
            _ => Byte(0xcf).UInt64((ulong)value),
        };
    }

    private MsgPackWriter Header(int count, byte shortForm, byte longForm) =>
        count <= 15 ? Byte((byte)(shortForm | count)) : Byte(longForm).UInt16(checked((ushort)count));

    private MsgPackWriter Byte(byte value)
    {
        buffer.Write([value]);
        return this;
    }

    private MsgPackWriter UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(buffer.GetSpan(sizeof(ushort)), value);
        buffer.Advance(sizeof(ushort));
        return this;
    }

    private MsgPackWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(buffer.GetSpan(sizeof(uint)), value);
        buffer.Advance(sizeof(uint));
        return this;
    }

    private MsgPackWriter UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(buffer.GetSpan(sizeof(ulong)), value);
        buffer.Advance(sizeof(ulong));
        return this;
    }
}
