using Gateway.Venues;

namespace Gateway.Torture.Tests.Flaws;

/// <summary>A venue with a flaw between it and the engine.</summary>
internal sealed class FlawedVenue(IVenue venue, Flaw flaw) : IVenue
{
    private readonly Dictionary<OrderId, Instruction.Place> places = [];
    private readonly HashSet<OrderId> done = [];
    private readonly HashSet<(AccountName Account, long Epoch)> looked = [];

    public VenueId Id => venue.Id;

    public IReadOnlyList<RouteId> Routes => venue.Routes;

    public IReadOnlyList<AccountName> Accounts => venue.Accounts;

    public IMarketData MarketData => venue.MarketData;

    public Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken) =>
        venue.RunAsync(instance, new Listener(this, listener), cancellationToken);

    public TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false) => venue.ReserveBudget(intent, replaces);

    public string? ModifyRefusalOf(RouteId route) => venue.ModifyRefusalOf(route);

    public void Announce(IReadOnlyList<Instruction> instructions) => venue.Announce(instructions);

    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions) =>
        [.. instructions.Where(instruction => venue.Submit([.. Told(instruction)]).Count > 0)];

    private IEnumerable<Instruction> Told(Instruction instruction)
    {
        if (instruction is Instruction.Place place)
            places[place.Order] = place;
        return flaw.LooksOnce && instruction is Instruction.Reconcile { Epoch: var epoch } && !looked.Add((instruction.Account, epoch))
            ? []
            : flaw.Tells(instruction);
    }

    private IEnumerable<VenueEvent> Heard(VenueEvent news)
    {
        if (news is VenueEvent.OrderDone { Order: var ended })
            done.Add(ended);
        return flaw.DropsFillsAfterEnd && news is VenueEvent.OrderFilled { Order: { } filled } && done.Contains(filled) ? [] : flaw.Hears(news);
    }

    private void SendAgain(OrderId order)
    {
        if (flaw.SendsAgainAs is { } number && places.TryGetValue(order, out var place))
            venue.Submit([place with { Order = number(order) }]);
    }

    private sealed class Listener(FlawedVenue owner, IVenueListener engine) : IVenueListener
    {
        public async ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
        {
            if (venueEvent is VenueEvent.PlaceUnknown { Order: var order, Leg: 0 })
                owner.SendAgain(order);
            foreach (var heard in owner.Heard(venueEvent))
                await engine.ReportAsync(heard, cancellationToken);
        }
    }
}
