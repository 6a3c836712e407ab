using System.Collections.Immutable;
using FluentValidation;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Limits;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Fills;

/// <summary>The fills of all that the key may see, oldest first, each with its order; null for a fill that none of our orders caused.</summary>
/// <param name="Scope">Which trading.</param>
/// <param name="Set">Whose trading.</param>
/// <param name="After">Only fills later than this.</param>
/// <param name="Limit">The most to answer, 1 … 10,000.</param>
[Needs(Permissions.View)]
internal sealed record ListFills(LimitScope Scope, LimitSet Set, DateTimeOffset? After = null, long Limit = 10_000)
    : IClientRequest<ImmutableArray<(OrderId? Order, string FillId)>>
{
    internal sealed class Validator : AbstractValidator<ListFills>
    {
        public Validator()
        {
            RuleFor(list => list.Scope).MustNotBeDefault();
            RuleFor(list => list.Set).MustNotBeDefault();
            RuleFor(list => list.Limit).InclusiveBetween(1, 10_000).WithMessage("must be within 1 … 10000.");
        }
    }

    internal sealed class Handler(OrderEngine engine, KnownNames names, Markets.Symbology symbology, Session session)
        : IRequestHandler<ListFills, Answer<ImmutableArray<(OrderId? Order, string FillId)>>>
    {
        public async Task<Answer<ImmutableArray<(OrderId? Order, string FillId)>>> Handle(ListFills list, CancellationToken cancellationToken)
        {
            var markets = symbology.Current;
            if (names.CheckListed(list.Scope, list.Set) is { } missing)
                return missing;
            var fills = await engine.ReadAsync(ledger => ledger.Fills.Where(fill => IsAskedFor(fill, ledger)).ToList(), cancellationToken);
            return fills
                .OrderBy(TimeOf)
                .ThenBy(fill => fill.Sequence)
                .Take((int)list.Limit)
                .Select(fill => (fill.Order, fill.FillId))
                .ToImmutableArray();

            bool IsAskedFor(OrderFill fill, IReadOnlyLedger ledger)
            {
                if (!session.Client.Sees(fill) || TimeOf(fill) <= (list.After ?? DateTimeOffset.MinValue))
                    return false;
                var order = fill.Order is { } id ? ledger.Find(id) : null;
                return list.Set.Covers(order is null ? new Party(fill.Fill.Account, null, null) : Party.Of(order))
                    && (list.Scope is LimitScope.Global || (NamesOf(fill, order) is { } traded && list.Scope.Covers(traded)));
            }

            MarketNames? NamesOf(OrderFill fill, Order? order) =>
                order is not null ? MarketNames.Of(order.Terms)
                : fill.Fill.Market is { } id && markets.Find(id) is { } market ? MarketNames.Of(market)
                : null;
        }

        // A fill whose time could not be read counts as of when it came.
        private static DateTimeOffset TimeOf(OrderFill fill) => fill.Fill.TradeTime ?? fill.Fill.ReceivedTime;
    }
}
