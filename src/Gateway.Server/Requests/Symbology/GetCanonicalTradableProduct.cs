using System.Collections.Immutable;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>For each product the market that trades it most against dollars; null where there is none.</summary>
[Needs(Permissions.View)]
internal sealed record GetCanonicalTradableProduct(ImmutableArray<string> Product) : IClientRequest<ImmutableArray<MarketId?>>
{
    internal sealed class Handler(Markets.Symbology symbology) : IRequestHandler<GetCanonicalTradableProduct, Answer<ImmutableArray<MarketId?>>>
    {
        public Task<Answer<ImmutableArray<MarketId?>>> Handle(GetCanonicalTradableProduct request, CancellationToken cancellationToken)
        {
            var canonical = symbology.Current.Canonical;
            Answer<ImmutableArray<MarketId?>> answer = request.Product.Select(id => canonical.Find(new(id))).ToImmutableArray();
            return Task.FromResult(answer);
        }
    }
}
