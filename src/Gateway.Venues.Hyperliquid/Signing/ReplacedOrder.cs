using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>An order that ends, and what takes its place.</summary>
internal readonly record struct ReplacedOrder
{
    /// <summary>The venue's number of the order to end; null: it is named by <see cref="Cloid"/>.</summary>
    public required ulong? ExchangeOrderId { get; init; }

    /// <summary>Our name of the order to end, for one whose number is not known.</summary>
    public required Cloid Cloid { get; init; }

    /// <summary>What takes its place.</summary>
    public required OrderTerms Terms { get; init; }

    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(2);
        msgPack.Text("oid"u8);
        if (ExchangeOrderId is { } number)
        {
            msgPack.Integer(number);
        }
        else
        {
            Span<byte> utf8 = stackalloc byte[Hyperliquid.Cloid.TextLength];
            Cloid.Format(utf8);
            msgPack.Text(utf8);
        }

        msgPack.Text("order"u8);
        Terms.Write(msgPack);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (ExchangeOrderId is { } number)
        {
            json.WriteNumber("oid"u8, number);
        }
        else
        {
            Span<byte> utf8 = stackalloc byte[Hyperliquid.Cloid.TextLength];
            Cloid.Format(utf8);
            json.WriteString("oid"u8, utf8);
        }

        json.WritePropertyName("order"u8);
        Terms.Write(json);
        json.WriteEndObject();
    }
}
