using System.Collections.Immutable;
using System.Globalization;
using Gateway.Venues.Hyperliquid.Budgets;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Orders, changes of orders and cancels that wait to be sent. What gathered while the sender was busy is taken together, as far as one action
/// can carry it, and may leave. All lanes are bounded, and a full lane takes nothing more, so that a flood of
/// orders never keeps a cancel out.
/// </summary>
internal sealed class InstructionQueue(int capacity, Departures departures)
{
    /// <summary>So many in one action weigh as little as one alone: the venue counts 1 + floor(n / 40).</summary>
    public const int MostInAction = 39;

    // An action ends with the earliest last moment among its orders; so none loses more of its time than this.
    private static readonly TimeSpan MostTimeLost = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly WaitingLane<Instruction.Cancel> cancels = new();
    private readonly WaitingLane<Instruction.Place> places = new();
    private readonly WaitingLane<Instruction.Modify> modifies = new();
    private readonly Dictionary<OrderLeg, Company> waiting = [];
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
            return TryAdd(places, place, new(place.Order), Company.Of(place.Intent, replaces: false), place.ValidUntil);
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
            if (together.Count == 0 || Company.Of(together[0].Intent, replaces: false) == Company.Of(place.Intent, replaces: false))
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
            return TryAdd(modifies, modify, new(modify.Order.Order, modify.Leg), Company.Of(modify.Intent, replaces: true), modify.ValidUntil);
    }

    public bool TryAdd(Instruction.Cancel cancel)
    {
        lock (gate)
        {
            if (cancels.Count >= capacity)
                return false;
            cancels.Add(Company.Of(cancel), cancel);
            return true;
        }
    }

    /// <summary>The cancels of the next action; empty: none waits, or none may leave yet.</summary>
    /// <param name="mayLeave">Whether those of a company, of which so many wait, may leave now.</param>
    public ImmutableArray<Instruction.Cancel> TakeCancels(Func<Company, int, bool> mayLeave)
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

    /// <summary>The orders of the next action; empty: none waits, or none may leave yet.</summary>
    /// <param name="mayLeave">Whether those of a company, of which so many wait, may leave now.</param>
    public ImmutableArray<Instruction.Place> TakePlaces(Func<Company, int, bool> mayLeave) =>
        Take(places, mayLeave, place => new(place.Order), place => place.ValidUntil);

    /// <summary>The changes of the next action; empty: none waits, or none may leave yet.</summary>
    /// <param name="mayLeave">Whether those of a company, of which so many wait, may leave now.</param>
    public ImmutableArray<Instruction.Modify> TakeModifies(Func<Company, int, bool> mayLeave) =>
        Take(modifies, mayLeave, modify => new(modify.Order.Order, modify.Leg), modify => modify.ValidUntil);

    /// <summary>Takes an order, or what was to replace it, out that still waits here; a cancel that overtook it would otherwise miss it.</summary>
    public bool TryWithdraw(OrderLeg leg)
    {
        lock (gate)
        {
            if (!waiting.Remove(leg, out var company))
                return false;
            departures.Stayed(company);
            return true;
        }
    }

    /// <summary>The venue's number of an order; null where it is not known.</summary>
    public static ulong? NumberOf(LiveOrder order) =>
        ulong.TryParse(order.ExchangeOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool TryAdd<TInstruction>(WaitingLane<TInstruction> lane, TInstruction instruction, OrderLeg leg, Company company, DateTimeOffset validUntil)
    {
        departures.Came(company, validUntil);
        if (lane.Count >= capacity || !waiting.TryAdd(leg, company))
        {
            departures.Stayed(company);
            return false;
        }

        lane.Add(company, instruction);
        return true;
    }

    private ImmutableArray<TInstruction> Take<TInstruction>(
        WaitingLane<TInstruction> lane, Func<Company, int, bool> mayLeave, Func<TInstruction, OrderLeg> legOf, Func<TInstruction, DateTimeOffset> lastMomentOf)
        where TInstruction : Instruction
    {
        lock (gate)
        {
            if (lane.Count == 0 || !lane.TryTurnTo(mayLeave))
                return [];
            var batch = ImmutableArray.CreateBuilder<TInstruction>(Math.Min(lane.Count, MostInAction));
            do
            {
                while (batch.Count < MostInAction && lane.TryPeek(out var next))
                {
                    if (batch.Count > 0 && (lastMomentOf(next) - lastMomentOf(batch[0])).Duration() > MostTimeLost)
                        break;
                    lane.Take();
                    if (waiting.Remove(legOf(next), out _))
                        batch.Add(next);
                }

                lane.EndTurn();
            }
            while (batch.Count == 0 && lane.TryTurnTo(mayLeave));
            return batch.DrainToImmutable();
        }
    }
}
