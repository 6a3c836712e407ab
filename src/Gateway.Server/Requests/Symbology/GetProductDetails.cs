using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>What each product is; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetProductDetails(ImmutableArray<string> Product) : IClientRequest<ImmutableArray<GetProductDetails.Details?>>
{
    /// <summary>One product.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">The same.</param>
    /// <param name="Class">What kind of thing it is.</param>
    /// <param name="Cficode">Its classification by ISO 10962.</param>
    /// <param name="PriceInLimitDollars">What one unit counts in limits: the operator's pinned price, or else the venue's mark; null while none is known.</param>
    /// <param name="Underlying">For a derivative, what it is about.</param>
    internal sealed record Details(
        ProductId Id, ProductId Name, ProductClass Class, string Cficode, decimal? PriceInLimitDollars, ProductId? Underlying);

    internal sealed class Handler(Markets.Symbology symbology, IReadOnlyList<IVenue> venues, OrderEngineOptions options)
        : IRequestHandler<GetProductDetails, Answer<ImmutableArray<Details?>>>
    {
        public Task<Answer<ImmutableArray<Details?>>> Handle(GetProductDetails request, CancellationToken cancellationToken)
        {
            var names = symbology.Current;
            Answer<ImmutableArray<Details?>> answer =
                request.Product.Select(id => names.ProductOf(new(id)) is { } product ? Of(product) : null).ToImmutableArray();
            return Task.FromResult(answer);
        }

        private Details Of(Product product) =>
            new(product.Id, product.Id, product.Class, product.Cfi, Pinned(product.Id) ?? NewestMark(product.Id), product.Underlying);

        private decimal? Pinned(ProductId product) =>
            options.Limits.PinnedPrices.FirstOrDefault(pinned => pinned.Product == product.Value)?.Dollars;

        private decimal? NewestMark(ProductId product) =>
            venues.Select(venue => venue.MarketData.MarkOf(product)).OfType<Mark>().MaxBy(mark => mark.Time)?.Price.Value;
    }
}
