using System.Collections.Immutable;
using System.Globalization;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Orders and cancels that wait to be sent. What gathered while the sender was busy is taken together, as far as one action
/// can carry it; nothing waits for company. Both lanes are bounded, and a full lane takes nothing more, so that a flood of
/// orders never keeps a cancel out.
/// </summary>
internal sealed class InstructionQueue(int capacity)
{
    /// <summary>So many in one action weigh as little as one alone: the venue counts 1 + floor(n / 40).</summary>
    public const int MostInAction = 39;

    // An action ends with the earliest last moment among its orders; so none loses more of its time than this.
    private static readonly TimeSpan MostTimeLost = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly WaitingLane<Instruction.Cancel> cancels = new();
    private readonly WaitingLane<Instruction.Place> places = new();
    private readonly HashSet<OrderId> waiting = [];

    /// <summary>Wakes the sender; whoever adds does so after all that belongs together.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Whether something waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
                return places.Count + cancels.Count == 0;
        }
    }

    public bool TryAdd(Instruction.Place place)
    {
        lock (gate)
        {
            if (places.Count >= capacity || !waiting.Add(place.Order))
                return false;
            places.Add(new Company(place.Account, place.Intent.PostOnly), place);
            return true;
        }
    }

    public bool TryAdd(Instruction.Cancel cancel)
    {
        lock (gate)
        {
            if (cancels.Count >= capacity)
                return false;
            cancels.Add(new Company(cancel.Account, IsApart: NumberOf(cancel.Order) is not null), cancel);
            return true;
        }
    }

    /// <summary>The cancels of the next action; empty: none waits.</summary>
    public ImmutableArray<Instruction.Cancel> TakeCancels()
    {
        lock (gate)
        {
            if (cancels.Count == 0)
                return [];
            var batch = ImmutableArray.CreateBuilder<Instruction.Cancel>(Math.Min(cancels.Count, MostInAction));
            while (batch.Count < MostInAction && cancels.TryPeek(out var cancel))
            {
                cancels.Take();
                batch.Add(cancel);
            }

            cancels.EndTurn();
            return batch.ToImmutable();
        }
    }

    /// <summary>The orders of the next action; empty: none waits.</summary>
    public ImmutableArray<Instruction.Place> TakePlaces()
    {
        lock (gate)
        {
            if (places.Count == 0)
                return [];
            var batch = ImmutableArray.CreateBuilder<Instruction.Place>(Math.Min(places.Count, MostInAction));
            do
            {
                TakePlaces(batch);
                places.EndTurn();
            }
            while (batch.Count == 0 && places.Count > 0);
            return batch.ToImmutable();
        }
    }

    /// <summary>Takes an order out that still waits here; a cancel that overtook it would otherwise miss it.</summary>
    public bool TryWithdraw(OrderId order)
    {
        lock (gate)
            return waiting.Remove(order);
    }

    /// <summary>The venue's number of an order; null where it is not known.</summary>
    public static ulong? NumberOf(LiveOrder order) =>
        ulong.TryParse(order.ExchangeOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void TakePlaces(ImmutableArray<Instruction.Place>.Builder batch)
    {
        while (batch.Count < MostInAction && places.TryPeek(out var place))
        {
            if (batch.Count > 0 && (place.ValidUntil - batch[0].ValidUntil).Duration() > MostTimeLost)
                return;
            places.Take();
            if (waiting.Remove(place.Order))
                batch.Add(place);
        }
    }
}
