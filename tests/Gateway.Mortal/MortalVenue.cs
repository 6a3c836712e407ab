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

    public TimeSpan ReserveBudget(OrderIntent intent) => venue.ReserveBudget(intent);

    public string? ModifyRefusalOf(RouteId route) => venue.ModifyRefusalOf(route);

    public bool TrySubmit(Instruction instruction)
    {
        var name = instruction.GetType().Name;
        death.At($"instructing {name}");
        var taken = venue.TrySubmit(instruction);
        death.At($"instructed {name}");
        return taken;
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
    }
}
