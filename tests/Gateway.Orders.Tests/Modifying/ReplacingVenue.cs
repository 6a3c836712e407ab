using Gateway.Testing.Orders;
using Gateway.Testing.Venues;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Modifying;

/// <summary>
/// A venue that carries changes out by cancel and replace, after which chance decides: when what it was told arrives, what trades, and
/// what of its news is heard when, twice, or not at all. Asked, it tells the truth.
/// </summary>
internal sealed class ReplacingVenue(Rig rig, Random random)
{
    private readonly List<Action> arriving = [];
    private readonly List<VenueEvent> outbox = [];
    private readonly List<VenueEvent.OrderFilled> fills = [];
    private readonly Dictionary<OrderLeg, Leg> legs = [];
    private readonly HashSet<OrderLeg> arrived = [];
    private int heardOf;

    public IEnumerable<Leg> Legs => legs.Values;

    /// <summary>How much of an order may be open: what is, or what of it may still replace that.</summary>
    public decimal MostOpen(OrderId order)
    {
        var open = legs.Values.Where(leg => leg.Id.Order == order && leg.IsOpen).Sum(leg => leg.Rest);
        var coming = rig.Venue.Told.OfType<Instruction.Modify>()
            .Where(modify => modify.Order.Order == order && !arrived.Contains(new(order, modify.Leg)) && legs[new(order, modify.Order.Leg)].IsOpen)
            .Select(modify => modify.Intent.Quantity.Value);
        return coming.Append(open).Max();
    }

    /// <summary>What was placed arrives and rests.</summary>
    public void Begin()
    {
        Hear();
        while (arriving.Count > 0)
            Arrive(0);
        outbox.ForEach(rig.Venue.Report);
        rig.Settle();
    }

    /// <summary>Lets one thing happen.</summary>
    public void Step()
    {
        Hear();
        switch (random.Next(6))
        {
            case 0 or 1 when arriving.Count > 0:
                Arrive(random.Next(arriving.Count));
                break;
            case 2:
                Trade();
                break;
            case 3 or 4 when outbox.Count > 0:
                Deliver(random.Next(outbox.Count));
                break;
            default:
                rig.Advance(random.Next(3) * 0.4);
                break;
        }

        rig.Settle();
    }

    /// <summary>Everything arrives and is told; what was not is asked about.</summary>
    public void End()
    {
        for (var round = 0; round < 60; round++)
        {
            Hear();
            while (arriving.Count > 0)
                Arrive(0);
            while (outbox.Count > 0)
                Deliver(0);
            rig.Advance(2);
        }
    }

    private DateTimeOffset Now => rig.Clock.GetUtcNow();

    private void Hear()
    {
        for (; heardOf < rig.Venue.Told.Count; heardOf++)
        {
            var instruction = rig.Venue.Told[heardOf];
            switch (instruction)
            {
                case Instruction.Place place:
                    arriving.Add(() => Place(place));
                    break;
                case Instruction.Modify modify:
                    arriving.Add(() => Modify(modify));
                    break;
                case Instruction.Cancel cancel:
                    arriving.Add(() => Cancel(cancel));
                    break;
                case Instruction.Settle settle:
                    Answer(settle.Orders);
                    break;
                case Instruction.Reconcile reconcile:
                    Answer(reconcile.Orders);
                    rig.Venue.Report(new VenueEvent.AccountReconciled(reconcile.Account, reconcile.Epoch, Now));
                    break;
            }
        }
    }

    private void Arrive(int which)
    {
        var arrival = arriving[which];
        arriving.RemoveAt(which);
        arrival();
    }

    private void Place(Instruction.Place place)
    {
        var leg = Begin(new(place.Order), place.Intent);
        outbox.Add(Acknowledgement(leg));
    }

    private void Modify(Instruction.Modify modify)
    {
        var id = new OrderLeg(modify.Order.Order, modify.Leg);
        Assert.True(arrived.Add(id), $"{id} has arrived twice.");
        var old = legs[new(modify.Order.Order, modify.Order.Leg)];
        VenueEvent answer;
        if (Now > modify.ValidUntil || !old.IsOpen)
        {
            answer = Rejection(id, "Cannot modify canceled or filled order");
        }
        else if (random.Next(6) == 0)
        {
            answer = Rejection(id, "Attempted to modify to invalid new order");
        }
        else
        {
            old.End(DoneCause.Canceled);
            outbox.Add(Done(old));
            if (random.Next(6) == 0)
            {
                answer = Rejection(id, "Error placing new order during modify: no");
            }
            else
            {
                answer = Acknowledgement(Begin(id, modify.Intent));
                if (random.Next(2) == 0)
                    outbox.Add(answer);
            }
        }

        outbox.Add(random.Next(4) == 0 ? new VenueEvent.PlaceUnknown(modify.Account, id.Order, "lost", Now, id.Number) : answer);
    }

    private void Cancel(Instruction.Cancel cancel)
    {
        if (!legs.TryGetValue(new(cancel.Order.Order, cancel.Order.Leg), out var leg) || !leg.IsOpen)
        {
            outbox.Add(new VenueEvent.CancelRejected(cancel.Account, cancel.Order.Order, "no such order", Now));
            return;
        }

        leg.End(DoneCause.Canceled);
        outbox.Add(Done(leg));
    }

    private void Trade()
    {
        if (legs.Values.Where(leg => leg.IsOpen).ToList() is not { Count: > 0 } open)
            return;
        var leg = open[random.Next(open.Count)];
        var quantity = Math.Min(leg.Rest, random.Next(1, 6) * 0.001m);
        leg.Filled += quantity;
        var fill = new VenueEvent.OrderFilled(leg.Id.Order, rig.Venue.FillOf($"f{fills.Count}", 100000m, quantity), leg.Id.Number);
        fills.Add(fill);
        outbox.Add(fill);
        if (leg.Rest > 0)
            return;
        leg.End(DoneCause.Filled);
        outbox.Add(Done(leg));
    }

    // Fills are never lost, only late: what is lost the gap fence finds, which is not looked at here.
    private void Deliver(int which)
    {
        var item = outbox[which];
        if (random.Next(5) > 0)
            outbox.RemoveAt(which);
        if (item is VenueEvent.OrderFilled || random.Next(8) > 0)
            rig.Venue.Report(item);
    }

    private void Answer(IEnumerable<LiveOrder> asked)
    {
        var answers = asked.Select(leg => new OrderLeg(leg.Order, leg.Leg)).Select(VenueEvent (id) => !legs.TryGetValue(id, out var leg)
            ? new VenueEvent.OrderNotFound(SampleMarkets.Account, id.Order, Now, Now, id.Number)
            : leg.IsOpen ? Acknowledgement(leg) : Done(leg)).ToList();
        foreach (var fill in fills)
            rig.Venue.Report(fill);
        foreach (var answer in answers)
            rig.Venue.Report(answer);
    }

    private Leg Begin(OrderLeg id, OrderIntent intent)
    {
        Assert.DoesNotContain(legs.Values, leg => leg.Id.Order == id.Order && leg.IsOpen);
        var leg = new Leg(id, intent);
        legs.Add(id, leg);
        return leg;
    }

    private VenueEvent.OrderAcknowledged Acknowledgement(Leg leg) =>
        new(SampleMarkets.Account, leg.Id.Order, FakeVenue.NumberOf(leg.Id.Order, leg.Id.Number), Now, leg.Id.Number);

    private VenueEvent.OrderRejected Rejection(OrderLeg id, string reason) =>
        new(SampleMarkets.Account, id.Order, reason, null, Now, id.Number);

    private VenueEvent.OrderDone Done(Leg leg) => new(
        SampleMarkets.Account, leg.Id.Order, leg.Cause!.Value, new Quantity(leg.Filled), "ended", FakeVenue.NumberOf(leg.Id.Order, leg.Id.Number), Now, leg.Id.Number);

    /// <summary>What stands, or stood, at the venue.</summary>
    internal sealed class Leg(OrderLeg id, OrderIntent intent)
    {
        public OrderLeg Id => id;

        public OrderIntent Intent => intent;

        public decimal Filled { get; set; }

        public DoneCause? Cause { get; private set; }

        public bool IsOpen => Cause is null;

        public decimal Rest => intent.Quantity.Value - Filled;

        public void End(DoneCause cause) => Cause = cause;
    }
}
