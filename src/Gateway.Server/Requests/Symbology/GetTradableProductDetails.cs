using System.Collections.Immutable;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Symbology;

/// <summary>What can be traded and in which steps, for each id; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetTradableProductDetails(ImmutableArray<string> TradableProduct)
    : IClientRequest<ImmutableArray<GetTradableProductDetails.Details?>>
{
    /// <summary>One tradable product.</summary>
    internal sealed record Details(
        MarketId Id,
        string DisplayName,
        ProductId Base,
        ProductId Quote,
        RouteId Route,
        bool IsDelisted,
        QuoteInfo QuoteInfo,
        TradeInfo TradeInfo);

    /// <summary>How it is quoted: <c>primary</c> a best bid and offer, <c>l2</c> a book by price level, <c>implied</c> derived from others.</summary>
    internal sealed record QuoteInfo(bool Primary, bool L2, bool Implied);

    /// <summary>How it is traded: steps, minima and what the venue permits.</summary>
    internal sealed record TradeInfo(
        VenueId Venue,
        string TradingSymbol,
        decimal BaseIncrement,
        decimal QuoteIncrement,
        int? PriceSignificantFigures,
        decimal MinQuantity,
        Notional MinNotional,
        int? MaxLeverage,
        MarketFlags Flags);

    internal sealed class Handler(Markets.Symbology symbology)
        : IRequestHandler<GetTradableProductDetails, Answer<ImmutableArray<Details?>>>
    {
        public Task<Answer<ImmutableArray<Details?>>> Handle(GetTradableProductDetails request, CancellationToken cancellationToken)
        {
            var names = symbology.Current;
            Answer<ImmutableArray<Details?>> answer =
                request.TradableProduct.Select(id => names.Find(new(id)) is { } market ? Of(market) : null).ToImmutableArray();
            return Task.FromResult(answer);
        }

        private static Details Of(Market market) => new(
            market.Id,
            market.DisplayName,
            market.Base.Id,
            market.Quote.Id,
            market.Route,
            market.IsDelisted,
            new(Primary: true, L2: true, Implied: false),
            new(
                market.Venue,
                market.TradingSymbol,
                market.Lots.Lot,
                market.Prices.FinestTick,
                market.Prices.SignificantFigures,
                market.Lots.Lot,
                market.MinNotional,
                market.MaxLeverage,
                market.Flags));
    }
}
