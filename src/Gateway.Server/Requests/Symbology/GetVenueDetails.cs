using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>The venues of these ids and whether they take orders; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetVenueDetails(ImmutableArray<string> Venue) : IClientRequest<ImmutableArray<GetVenueDetails.Details?>>
{
    /// <summary>Whether a venue takes orders.</summary>
    internal enum VenueStatus
    {
        /// <summary>Every account is connected and knows what happened: orders are taken.</summary>
        Online = 1,

        /// <summary>Some account is connected, but not every one knows yet what happened: its cancels pass, its orders do not.</summary>
        Reconciling = 2,

        /// <summary>No account is connected.</summary>
        Offline = 3,
    }

    /// <summary>One venue.</summary>
    internal sealed record Details(VenueId Id, VenueId Name, VenueStatus Status);

    internal sealed class Handler(OrderEngine engine, IReadOnlyList<IVenue> venues)
        : IRequestHandler<GetVenueDetails, Answer<ImmutableArray<Details?>>>
    {
        public Task<Answer<ImmutableArray<Details?>>> Handle(GetVenueDetails request, CancellationToken cancellationToken)
        {
            var known = venues.ToDictionary(venue => venue.Id, Of);
            Answer<ImmutableArray<Details?>> answer =
                request.Venue.Select(id => known.GetValueOrDefault(new VenueId(id))).ToImmutableArray();
            return Task.FromResult(answer);
        }

        private Details Of(IVenue venue)
        {
            var phases = engine.Accounts.Values.Where(account => account.Venue == venue.Id).Select(account => account.Phase).ToList();
            var status = phases.TrueForAll(phase => phase is AccountPhase.Live) ? VenueStatus.Online
                : phases.Exists(phase => phase is AccountPhase.Live or AccountPhase.Reconciling) ? VenueStatus.Reconciling
                : VenueStatus.Offline;
            return new(venue.Id, venue.Id, status);
        }
    }
}
