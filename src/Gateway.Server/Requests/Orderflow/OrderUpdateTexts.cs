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
    private readonly (OrderUpdate[]? Batch, ReadOnlyMemory<byte>[] Parts)[] ring = new (OrderUpdate[]?, ReadOnlyMemory<byte>[])[Kept];
    private int next;

    /// <summary>The batch as the items of a JSON array, in parts of which none is long.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Of(ImmutableArray<OrderUpdate> batch)
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

            ReadOnlyMemory<byte>[] parts = [.. key.Chunk(MostInPart).Select(Written)];
            ring[next] = (key, parts);
            next = (next + 1) % Kept;
            return parts;
        }
    }

    // Without the brackets.
    private static ReadOnlyMemory<byte> Written(OrderUpdate[] updates) =>
        JsonSerializer.SerializeToUtf8Bytes(updates.Select(SubscribeOrderState.Write), WireFormat.Options).AsMemory()[1..^1];
}
