using System.Collections.Immutable;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>The routes of these ids; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetRouteDetails(ImmutableArray<string> Route) : IClientRequest<ImmutableArray<GetRouteDetails.Details?>>
{
    /// <summary>One route. It has no status of its own: an order goes by it to a venue, and that has one.</summary>
    internal sealed record Details(RouteId Id, RouteId Name);

    internal sealed class Handler(Markets.Symbology symbology) : IRequestHandler<GetRouteDetails, Answer<ImmutableArray<Details?>>>
    {
        public Task<Answer<ImmutableArray<Details?>>> Handle(GetRouteDetails request, CancellationToken cancellationToken)
        {
            var names = symbology.Current;
            Answer<ImmutableArray<Details?>> answer = request.Route
                .Select(name => new RouteId(name))
                .Select(route => names.Has(route) ? new Details(route, route) : null)
                .ToImmutableArray();
            return Task.FromResult(answer);
        }
    }
}
