using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>Orders that wait to be handed to the aggregator. Bounded; a full queue takes nothing more.</summary>
internal sealed class IntentQueue(int capacity)
{
    private readonly Channel<Instruction.Place> places = Channel.CreateBounded<Instruction.Place>(capacity);
    private readonly ConcurrentDictionary<OrderId, bool> withdrawn = new();

    public bool TryAdd(Instruction.Place place)
    {
        if (!withdrawn.TryAdd(place.Order, false))
            return false;
        if (places.Writer.TryWrite(place))
            return true;
        withdrawn.TryRemove(place.Order, out _);
        return false;
    }

    /// <summary>Takes back an order that still waits here; it comes out as withdrawn.</summary>
    public bool TryWithdraw(OrderId order) => withdrawn.TryUpdate(order, true, false);

    /// <summary>Waits for the next order. From here on it cannot be taken back.</summary>
    public async ValueTask<(Instruction.Place Place, bool Withdrawn)> TakeAsync(CancellationToken cancellationToken)
    {
        var place = await places.Reader.ReadAsync(cancellationToken);
        return (place, withdrawn.TryRemove(place.Order, out var taken) && taken);
    }
}
