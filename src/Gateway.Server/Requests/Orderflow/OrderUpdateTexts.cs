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

    private readonly Lock gate = new();
    private readonly (OrderUpdate[]? Batch, byte[] Text)[] ring = new (OrderUpdate[]?, byte[])[Kept];
    private int next;

    /// <summary>The batch as a JSON array.</summary>
    public ReadOnlyMemory<byte> Of(ImmutableArray<OrderUpdate> batch)
    {
        var key = ImmutableCollectionsMarshal.AsArray(batch)!;
        lock (gate)
        {
            // The newest first: that is what nearly everybody asks for.
            for (var back = 1; back <= Kept; back++)
            {
                ref var kept = ref ring[(next - back + Kept) % Kept];
                if (kept.Batch == key)
                    return kept.Text;
            }

            var text = JsonSerializer.SerializeToUtf8Bytes(SubscribeOrderState.Write(batch), WireFormat.Options);
            ring[next] = (key, text);
            next = (next + 1) % Kept;
            return text;
        }
    }
}
