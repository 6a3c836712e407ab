using Gateway.Venues;

namespace Gateway.Mortal;

/// <summary>The venue, with places to die between it and the engine.</summary>
internal sealed class MortalVenue(IVenue venue, Death death) : IVenue
{
    public VenueId Id => venue.Id;

    public IReadOnlyList<RouteId> Routes => venue.Routes;

    public IReadOnlyList<AccountName> Accounts => venue.Accounts;

    public IMarketData MarketData => venue.MarketData;

    public IVenueQueries? Queries => venue.Queries;

    public Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken) =>
        venue.RunAsync(instance, new Listener(listener, death), cancellationToken);

    public TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false) => venue.ReserveBudget(intent, replaces);

    public string? RefusalOf(OrderIntent intent) => venue.RefusalOf(intent);

    public string? ModifyRefusalOf(RouteId route) => venue.ModifyRefusalOf(route);

    public TimeSpan LingerOf(RouteId route) => venue.LingerOf(route);

    public void Announce(IReadOnlyList<Instruction> instructions) => venue.Announce(instructions);

    // All together, as the engine submits them: what is shipped sends them before this returns.
    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions)
    {
        foreach (var instruction in instructions)
            death.At($"instructing {instruction.GetType().Name}");
        var refused = venue.Submit(instructions);
        foreach (var instruction in instructions)
            death.At($"instructed {instruction.GetType().Name}");
        return refused;
    }

    private sealed class Listener(IVenueListener listener, Death death) : IVenueListener
    {
        public async ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
        {
            var name = venueEvent.GetType().Name;
            death.At($"reporting {name}");
            await listener.ReportAsync(venueEvent, cancellationToken);
            death.At($"reported {name}");
        }

        public async ValueTask ReportAsync(IReadOnlyList<VenueEvent> venueEvents, CancellationToken cancellationToken)
        {
            foreach (var venueEvent in venueEvents)
                death.At($"reporting {venueEvent.GetType().Name}");
            await listener.ReportAsync(venueEvents, cancellationToken);
            foreach (var venueEvent in venueEvents)
                death.At($"reported {venueEvent.GetType().Name}");
        }
    }
}
