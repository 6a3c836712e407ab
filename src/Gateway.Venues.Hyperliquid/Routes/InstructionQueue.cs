using System.Collections.Immutable;
using System.Globalization;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Orders, changes of orders and cancels that wait to be sent. What gathered while the sender was busy is taken together, as far as one action
/// can carry it; nothing waits for company. All lanes are bounded, and a full lane takes nothing more, so that a flood of
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
    private readonly WaitingLane<Instruction.Modify> modifies = new();
    private readonly HashSet<OrderLeg> waiting = [];
    private ImmutableArray<Instruction.Place> announced = [];

    /// <summary>Wakes the sender; whoever adds does so after all that belongs together.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Wakes who signs ahead.</summary>
    public Signal Announced { get; } = new();

    /// <summary>Whether something waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
                return places.Count + modifies.Count + cancels.Count == 0;
        }
    }

    public bool TryAdd(Instruction.Place place)
    {
        lock (gate)
        {
            if (places.Count >= capacity || !waiting.Add(new(place.Order)))
                return false;
            places.Add(CompanyOf(place), place);
            return true;
        }
    }

    /// <summary>Says which instructions will be added in a moment; until they are, the orders among them may be signed and not be sent.</summary>
    public void Announce(IReadOnlyList<Instruction> instructions)
    {
        ImmutableArray<Instruction.Place>.Builder? together = null;
        for (var next = 0; next < instructions.Count && together?.Count is not MostInAction; next++)
        {
            if (instructions[next] is not Instruction.Place place || place.Intent.Market.Route != HyperliquidNames.Direct)
                continue;
            together ??= ImmutableArray.CreateBuilder<Instruction.Place>(Math.Min(instructions.Count - next, MostInAction));
            if (together.Count == 0 || CompanyOf(together[0]) == CompanyOf(place))
                together.Add(place);
        }

        if (together is null)
            return;
        lock (gate)
            announced = together.DrainToImmutable();
        Announced.Set();
    }

    /// <summary>Takes what was announced last; empty: nothing, or it was taken.</summary>
    public ImmutableArray<Instruction.Place> TakeAnnounced()
    {
        lock (gate)
        {
            var taken = announced;
            announced = [];
            return taken;
        }
    }

    public bool TryAdd(Instruction.Modify modify)
    {
        lock (gate)
        {
            if (modifies.Count >= capacity || !waiting.Add(new(modify.Order.Order, modify.Leg)))
                return false;
            modifies.Add(new Company(modify.Account, modify.Intent.PostOnly), modify);
            return true;
        }
    }

    public bool TryAdd(Instruction.Cancel cancel)
    {
        lock (gate)
        {
            if (cancels.Count >= capacity)
                return false;
            cancels.Add(CompanyOf(cancel), cancel);
            return true;
        }
    }

    /// <summary>The cancels of the next action; empty: none waits, or none may leave yet.</summary>
    /// <param name="mayLeave">Whether a cancel and those that wait to travel with it, so many in all, may leave now.</param>
    public ImmutableArray<Instruction.Cancel> TakeCancels(Func<Instruction.Cancel, int, bool> mayLeave)
    {
        lock (gate)
        {
            if (cancels.Count == 0 || !cancels.TryTurnTo(mayLeave))
                return [];
            var batch = ImmutableArray.CreateBuilder<Instruction.Cancel>(Math.Min(cancels.Count, MostInAction));
            while (batch.Count < MostInAction && cancels.TryPeek(out var cancel))
            {
                cancels.Take();
                batch.Add(cancel);
            }

            cancels.EndTurn();
            return batch.DrainToImmutable();
        }
    }

    /// <summary>The orders of the next action; empty: none waits.</summary>
    public ImmutableArray<Instruction.Place> TakePlaces() => Take(places, place => new(place.Order), place => place.ValidUntil);

    /// <summary>The changes of the next action; empty: none waits.</summary>
    public ImmutableArray<Instruction.Modify> TakeModifies() =>
        Take(modifies, modify => new(modify.Order.Order, modify.Leg), modify => modify.ValidUntil);

    /// <summary>Takes an order, or what was to replace it, out that still waits here; a cancel that overtook it would otherwise miss it.</summary>
    public bool TryWithdraw(OrderLeg leg)
    {
        lock (gate)
            return waiting.Remove(leg);
    }

    /// <summary>With which others a cancel may travel.</summary>
    public static Company CompanyOf(Instruction.Cancel cancel) => new(cancel.Account, IsApart: NumberOf(cancel.Order) is not null);

    private static Company CompanyOf(Instruction.Place place) => new(place.Account, IsApart: place.Intent.PostOnly);

    /// <summary>The venue's number of an order; null where it is not known.</summary>
    public static ulong? NumberOf(LiveOrder order) =>
        ulong.TryParse(order.ExchangeOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private ImmutableArray<TInstruction> Take<TInstruction>(
        WaitingLane<TInstruction> lane, Func<TInstruction, OrderLeg> legOf, Func<TInstruction, DateTimeOffset> lastMomentOf)
        where TInstruction : Instruction
    {
        lock (gate)
        {
            if (lane.Count == 0)
                return [];
            var batch = ImmutableArray.CreateBuilder<TInstruction>(Math.Min(lane.Count, MostInAction));
            do
            {
                while (batch.Count < MostInAction && lane.TryPeek(out var next))
                {
                    if (batch.Count > 0 && (lastMomentOf(next) - lastMomentOf(batch[0])).Duration() > MostTimeLost)
                        break;
                    lane.Take();
                    if (waiting.Remove(legOf(next)))
                        batch.Add(next);
                }

                lane.EndTurn();
            }
            while (batch.Count == 0 && lane.Count > 0);
            return batch.DrainToImmutable();
        }
    }
}
