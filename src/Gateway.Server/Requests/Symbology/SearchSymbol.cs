using System.Collections.Immutable;
using FluentValidation;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>Finds venues, routes, products, pairs and tradable products by words of their names; best first, each with its score.</summary>
[Needs(Permissions.View)]
internal sealed record SearchSymbol(long Limit, string Pat, SearchScope Scope) : IClientRequest<SearchSymbol.Matches>
{
    /// <summary>What was found; a list outside the scope is empty.</summary>
    internal sealed record Matches(
        ImmutableArray<(int Score, (ProductId Base, ProductId Quote) Id)> Pair,
        ImmutableArray<(int Score, ProductId Id)> Product,
        ImmutableArray<(int Score, RouteId Id)> Route,
        ImmutableArray<(int Score, MarketId Id)> TradableProduct,
        ImmutableArray<(int Score, VenueId Id)> Venue);

    internal sealed class Validator : AbstractValidator<SearchSymbol>
    {
        public Validator() => RuleFor(search => search.Limit).InclusiveBetween(1, 1000).WithMessage("must be within 1 … 1000.");
    }

    internal sealed class Handler(Markets.Symbology symbology) : IRequestHandler<SearchSymbol, Answer<Matches>>
    {
        public Task<Answer<Matches>> Handle(SearchSymbol search, CancellationToken cancellationToken)
        {
            var names = symbology.Current;
            Answer<Matches> answer = new Matches(
                Find(names.Pairs, SearchScope.Pair),
                Find(names.Products, SearchScope.Product),
                Find(names.Routes, SearchScope.Route),
                Find(names.Markets, SearchScope.TradableProduct),
                Find(names.Venues, SearchScope.Venue));
            return Task.FromResult(answer);

            ImmutableArray<(int Score, TId Id)> Find<TId>(SearchIndex<TId> index, SearchScope scope) =>
                search.Scope is SearchScope.All || search.Scope == scope ? index.Search(search.Pat, (int)search.Limit) : [];
        }
    }
}
