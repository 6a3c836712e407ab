using System.Collections.Immutable;
using FluentValidation;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Limits;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>The orders that are not out, ascending, of all that the key may see.</summary>
[Needs(Permissions.View)]
internal sealed record ListOpen(LimitScope Scope, LimitSet Set) : IClientRequest<ImmutableArray<OrderId>>
{
    internal sealed class Validator : AbstractValidator<ListOpen>
    {
        public Validator()
        {
            RuleFor(list => list.Scope).MustNotBeDefault();
            RuleFor(list => list.Set).MustNotBeDefault();
        }
    }

    internal sealed class Handler(OrderEngine engine, KnownNames names, Session session)
        : IRequestHandler<ListOpen, Answer<ImmutableArray<OrderId>>>
    {
        public async Task<Answer<ImmutableArray<OrderId>>> Handle(ListOpen list, CancellationToken cancellationToken)
        {
            if (names.CheckListed(list.Scope, list.Set) is { } missing)
                return missing;
            return await engine.ReadAsync(
                ledger => ledger.Open.Where(session.Selects(list.Scope, list.Set)).Select(order => order.Id).ToImmutableArray(), cancellationToken);
        }
    }
}
