using System.Collections.Immutable;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>The tradable products that a query means, sorted by id.</summary>
[Needs(Permissions.View)]
internal sealed record QueryTradableProductIndex(Query Query) : IClientRequest<ImmutableArray<MarketId>>
{
    internal sealed class Handler(Markets.Symbology symbology) : IRequestHandler<QueryTradableProductIndex, Answer<ImmutableArray<MarketId>>>
    {
        public Task<Answer<ImmutableArray<MarketId>>> Handle(QueryTradableProductIndex request, CancellationToken cancellationToken)
        {
            var index = symbology.Current.Queries;
            Answer<ImmutableArray<MarketId>> answer = request.Query.Find(index).Pick(index.Ids);
            return Task.FromResult(answer);
        }
    }
}
