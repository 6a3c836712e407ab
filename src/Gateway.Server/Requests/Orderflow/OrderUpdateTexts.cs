using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>
/// The updates of orders as JSON. The engine hands the same batch to all subscribers who see the same, so that it is written
/// once, however many they are. The last few are kept, since subscribers do not all read at the same moment.
/// </summary>
internal sealed class OrderUpdateTexts
{
    private const int Kept = 64;

    // What is longer than some 85 KB lives until everything is collected; so many updates have a quarter of that.
    private const int MostInPart = 100;

    private readonly Lock gate = new();
    private readonly (OrderUpdate[]? Batch, byte[][] Parts)[] ring = new (OrderUpdate[]?, byte[][])[Kept];
    private readonly ArrayBufferWriter<byte> text = new();
    private int next;

    public OrderUpdateTexts() => Json = new(text, new() { Encoder = WireFormat.Options.Encoder });

    private Utf8JsonWriter Json { get; }

    /// <summary>The batch as the items of a JSON array, in parts of which none is long.</summary>
    public IReadOnlyList<byte[]> Of(ImmutableArray<OrderUpdate> batch)
    {
        var key = ImmutableCollectionsMarshal.AsArray(batch)!;
        lock (gate)
        {
            // The newest first: that is what nearly everybody asks for.
            for (var back = 1; back <= Kept; back++)
            {
                ref var kept = ref ring[(next - back + Kept) % Kept];
                if (kept.Batch == key)
                    return kept.Parts;
            }

            var parts = new byte[(key.Length + MostInPart - 1) / MostInPart][];
            for (var part = 0; part < parts.Length; part++)
                parts[part] = Written(key.AsSpan()[(part * MostInPart)..Math.Min(key.Length, (part + 1) * MostInPart)]);
            ring[next] = (key, parts);
            next = (next + 1) % Kept;
            return parts;
        }
    }

    // Without the brackets.
    private byte[] Written(ReadOnlySpan<OrderUpdate> updates)
    {
        text.ResetWrittenCount();
        Json.Reset();
        Json.WriteStartArray();
        foreach (var update in updates)
            Write(update);
        Json.WriteEndArray();
        Json.Flush();
        return text.WrittenSpan[1..^1].ToArray();
    }

    // As SubscribeOrderState.Update is written: this one is written for every change of every order, so each member is named here.
    private void Write(OrderUpdate update)
    {
        Json.WriteStartObject();
        Json.WriteNumber("sequence"u8, update.Sequence);
        Json.WriteNumber("order_id"u8, update.Order.Value);
        Json.WriteNumber("state"u8, (int)update.State);
        WriteDecimal("filled_quantity"u8, update.Filled.Value);
        if (update.AveragePrice is { } average)
            WriteDecimal("average_price"u8, average);
        else
            Json.WriteNull("average_price"u8);
        Json.WriteString("reject_reason"u8, update.RejectReason);
        Json.WritePropertyName("timestamp"u8);
        WireFormat.WriteTimestamp(Json, update.Timestamp);
        if (update.Price is { } price)
            WriteDecimal("price"u8, price.Value);
        if (update.Quantity is { } quantity)
            WriteDecimal("quantity"u8, quantity.Value);
        Json.WriteEndObject();
    }

    private void WriteDecimal(ReadOnlySpan<byte> name, decimal value)
    {
        Json.WritePropertyName(name);
        WireFormat.WriteDecimal(Json, value);
    }
}
