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
        private const int FillsAtOnce = 1024;

        private static readonly Comparer<(DateTimeOffset Time, long Sequence)> LatestFirst =
            Comparer<(DateTimeOffset Time, long Sequence)>.Create((left, right) => right.CompareTo(left));

        public async Task<Answer<ImmutableArray<(OrderId? Order, string FillId)>>> Handle(ListFills list, CancellationToken cancellationToken)
        {
            var markets = symbology.Current;
            if (names.CheckListed(list.Scope, list.Set) is { } missing)
                return missing;

            // What the log holds does not change, so it is read here and not inside the engine's loop.
            var fills = await engine.ReadAsync(ledger => ledger.Fills, cancellationToken);
            var after = list.After ?? DateTimeOffset.MinValue;
            var oldest = new PriorityQueue<OrderFill, (DateTimeOffset Time, long Sequence)>(LatestFirst);
            for (var number = fills.FirstAfter(after); number < fills.Count; number++)
            {
                if (number % FillsAtOnce == 0)
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                var isFull = oldest.Count == list.Limit;
                if (isFull && fills.IsAllAfter(number, oldest.Peek().Time))
                    break;
                var fill = fills[number];
                if (fill.Time <= after || !IsAskedFor(fill))
                    continue;
                if (isFull)
                    oldest.EnqueueDequeue(fill, (fill.Time, fill.Sequence));
                else
                    oldest.Enqueue(fill, (fill.Time, fill.Sequence));
            }

            return oldest.UnorderedItems
                .OrderBy(fill => fill.Priority)
                .Select(fill => (fill.Element.Order, fill.Element.FillId))
                .ToImmutableArray();

            bool IsAskedFor(OrderFill fill) =>
                session.Client.Sees(fill)
                && list.Set.Covers(fill.Party)
                && (list.Scope is LimitScope.Global || (NamesOf(fill) is { } traded && list.Scope.Covers(traded)));

            MarketNames? NamesOf(OrderFill fill) =>
                fill.Traded ?? (fill.Fill.Market is { } id && markets.Find(id) is { } market ? MarketNames.Of(market) : null);
        }
    }
}
