using FluentValidation;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>Finds venues, routes, products, pairs and tradable products by words of their names; best first, each with its score.</summary>
[Needs(Permissions.View)]
internal sealed record SearchSymbol(long Limit, string Pat, SearchScope Scope) : IClientRequest<SearchSymbol.Matches>
{
    /// <summary>What was found; a list outside the scope is empty.</summary>
    internal sealed record Matches(
        IEnumerable<object[]> Pair,
        IEnumerable<object[]> Product,
        IEnumerable<object[]> Route,
        IEnumerable<object[]> TradableProduct,
        IEnumerable<object[]> Venue);

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
                Find(names.Pairs, SearchScope.Pair, pair => new object[] { pair.Base, pair.Quote }),
                Find(names.Products, SearchScope.Product, id => id),
                Find(names.Routes, SearchScope.Route, id => id),
                Find(names.Markets, SearchScope.TradableProduct, id => id),
                Find(names.Venues, SearchScope.Venue, id => id));
            return Task.FromResult(answer);

            IEnumerable<object[]> Find<TId>(SearchIndex<TId> index, SearchScope scope, Func<TId, object> write) =>
                search.Scope is SearchScope.All || search.Scope == scope
                    ? index.Search(search.Pat, (int)search.Limit).Select(match => new object[] { match.Score, write(match.Id) })
                    : [];
        }
    }
}
