using System.Buffers;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>One order as the trade-intent API wants it asked for. Nothing is signed here: the aggregator keeps the wallet's key.</summary>
internal readonly record struct TradeIntent
{
    /// <summary>Unix ms, never used before with this wallet.</summary>
    public required ulong Nonce { get; init; }

    /// <summary>The agent wallet that the aggregator keeps for the account.</summary>
    public required Address Wallet { get; init; }

    public required OrderTerms Terms { get; init; }

    public required Cloid Cloid { get; init; }

    /// <summary>The body of the request.</summary>
    public byte[] Write()
    {
        var body = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteNumber("nonce"u8, Nonce);
        json.WriteString("hl_agent_wallet"u8, Wallet.ToString());
        json.WriteStartObject("hl_action"u8);
        json.WriteString("type"u8, "order"u8);
        json.WriteStartArray("orders"u8);
        WriteOrder(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }

    private void WriteOrder(Utf8JsonWriter json)
    {
        Span<byte> uuid = stackalloc byte[Cloid.UuidLength];
        Cloid.FormatUuid(uuid);
        json.WriteStartObject();
        json.WriteNumber("a"u8, Terms.Asset);
        json.WriteBoolean("b"u8, Terms.IsBuy);
        WriteDecimal(json, "p"u8, Terms.Price);
        WriteDecimal(json, "s"u8, Terms.Size);
        json.WriteBoolean("r"u8, Terms.ReduceOnly);
        json.WriteStartObject("t"u8);
        WriteKind(json);
        json.WriteEndObject();
        json.WriteString("cloid"u8, uuid);
        json.WriteEndObject();
    }

    private void WriteKind(Utf8JsonWriter json)
    {
        if (Terms.Trigger is { } trigger)
        {
            json.WriteStartObject("trigger"u8);
            WriteDecimal(json, "triggerPx"u8, trigger.Price.Value);
            json.WriteBoolean("isMarket"u8, trigger.Market);
            json.WriteString("tpsl"u8, trigger.Kind == TriggerKind.StopLoss ? "sl"u8 : "tp"u8);
        }
        else
        {
            json.WriteStartObject("limit"u8);
            json.WriteString("tif"u8, Terms.Lifetime.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteDecimal(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> utf8 = stackalloc byte[WireDecimal.MaxLength];
        json.WriteString(name, utf8[..WireDecimal.Format(value, utf8)]);
    }
}
