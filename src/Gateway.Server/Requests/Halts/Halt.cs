using Gateway.Orders;
using Gateway.Orders.Halts;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Limits;
using Gateway.Server.Sessions;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Halts;

/// <summary>Refuses new orders where the halt covers them; cancels pass. Repeating it is harmless.</summary>
/// <param name="halt">What to halt.</param>
/// <param name="CancelOpen">Also cancel every open order that it covers; what the venue makes of that follows as order state.</param>
[Needs(Permissions.Risk)]
internal sealed record Halt(Orders.Halts.Halt halt, bool CancelOpen = false) : IClientRequest<Unit>
{
    internal sealed class Handler(OrderEngine engine, KnownNames names, Session session) : IRequestHandler<Halt, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(Halt request, CancellationToken cancellationToken) => Unknown(request.halt) is { } unknown
            ? unknown
            : await engine.HaltAsync(request.halt, request.CancelOpen, session.Client.Actor, cancellationToken);

        // A halt that covers nothing by mistake would be believed in.
        private Refusal? Unknown(Orders.Halts.Halt halt) => halt switch
        {
            VenueHalt venue => names.Check(venue.Venue),
            RouteHalt route => names.Check(route.Route),
            VenueRouteHalt both => names.Check(both.Venue) ?? names.Check(both.Route),
            TradableProductHalt market => names.Check(market.Market),
            AccountHalt account => names.Check(account.Name),
            _ => null,
        };
    }
}
