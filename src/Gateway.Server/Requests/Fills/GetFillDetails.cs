using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Fills;

/// <summary>All that is known of each fill; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetFillDetails(ImmutableArray<string> FillIds) : IClientRequest<ImmutableArray<GetFillDetails.Details?>>
{
    /// <summary>Whether a fill could be read in full.</summary>
    internal enum FillKind
    {
        /// <summary>It could.</summary>
        Normal = 1,

        /// <summary>It could not: what could is set, and <c>raw</c> holds the venue's text.</summary>
        Aberrant = 2,
    }

    /// <summary>One fill.</summary>
    internal sealed record Details(
        string FillId,
        OrderId? Id,
        FillKind Kind,
        Side? Dir,
        Price? Price,
        Quantity? Quantity,
        MarketId? Target,
        AccountName Account,
        string? ExchangeFillId,
        string? ExchangeOrderId,
        decimal? Fee,
        ProductId? FeeProduct,
        Liquidity? Liquidity,
        DateTimeOffset? TradeTime,
        DateTimeOffset RecvTime,
        FillWarnings Warnings,
        string? Raw);

    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<GetFillDetails, Answer<ImmutableArray<Details?>>>
    {
        private const int FromDiskAtOnce = 8;

        public async Task<Answer<ImmutableArray<Details?>>> Handle(GetFillDetails request, CancellationToken cancellationToken)
        {
            // Most lie on the disk: a few at a time, so that the engine's loop never waits long.
            var fills = new List<OrderFill?>(request.FillIds.Length);
            foreach (var ids in request.FillIds.Chunk(FromDiskAtOnce))
                fills.AddRange(await engine.ReadAsync(ledger => ids.Select(ledger.FindFill).ToArray(), cancellationToken));
            return fills.Select(fill => fill is not null && session.Client.Sees(fill) ? Of(fill) : null).ToImmutableArray();
        }

        private static Details Of(OrderFill recorded)
        {
            var fill = recorded.Fill;
            return new(
                recorded.FillId,
                recorded.Order,
                recorded.IsAberrant ? FillKind.Aberrant : FillKind.Normal,
                fill.Side,
                fill.Price,
                fill.Quantity,
                fill.Market,
                fill.Account,
                fill.ExchangeFillId,
                fill.ExchangeOrderId,
                fill.Fee,
                fill.FeeProduct,
                fill.Liquidity,
                fill.TradeTime,
                fill.ReceivedTime,
                recorded.Warnings,
                fill.Raw);
        }
    }
}
