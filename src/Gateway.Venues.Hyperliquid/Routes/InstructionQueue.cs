using System.Threading.Channels;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Orders and cancels that wait to be sent. Cancels go first. Both lanes are bounded, and a full lane takes nothing more,
/// so that a flood of orders never keeps a cancel out.
/// </summary>
internal sealed class InstructionQueue(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<Instruction.Cancel> cancels = [];
    private readonly Queue<OrderId> places = [];
    private readonly Dictionary<OrderId, Instruction.Place> waiting = [];

    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool TryAdd(Instruction.Place place)
    {
        lock (gate)
        {
            if (places.Count >= capacity || !waiting.TryAdd(place.Order, place))
                return false;
            places.Enqueue(place.Order);
        }

        Wake();
        return true;
    }

    public bool TryAdd(Instruction.Cancel cancel)
    {
        lock (gate)
        {
            if (cancels.Count >= capacity)
                return false;
            cancels.Enqueue(cancel);
        }

        Wake();
        return true;
    }

    /// <summary>The next instruction, as far as it may leave now.</summary>
    public Instruction? Take(bool mayCancel, bool mayPlace)
    {
        lock (gate)
        {
            if (mayCancel && cancels.TryDequeue(out var cancel))
                return cancel;
            while (mayPlace && places.TryDequeue(out var order))
            {
                if (waiting.Remove(order, out var place))
                    return place;
            }

            return null;
        }
    }

    /// <summary>Takes an order out that still waits here; a cancel that overtook it would otherwise miss it.</summary>
    public bool TryWithdraw(OrderId order)
    {
        lock (gate)
            return waiting.Remove(order);
    }

    /// <summary>Waits until something may have changed.</summary>
    public ValueTask<bool> ChangedAsync(CancellationToken cancellationToken) => changed.Reader.ReadAsync(cancellationToken);

    /// <summary>Says that something may leave that could not before.</summary>
    public void Wake() => changed.Writer.TryWrite(true);
}
