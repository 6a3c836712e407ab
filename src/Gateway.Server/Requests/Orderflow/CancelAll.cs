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

/// <summary>Cancels the open orders that are asked for, of all that the key may see. Answers which.</summary>
[Needs(Permissions.Trade)]
internal sealed record CancelAll(LimitScope Scope, LimitSet Set) : IClientRequest<ImmutableArray<OrderId>>
{
    internal sealed class Validator : AbstractValidator<CancelAll>
    {
        public Validator()
        {
            RuleFor(cancel => cancel.Scope).MustNotBeDefault();
            RuleFor(cancel => cancel.Set).MustNotBeDefault();
        }
    }

    internal sealed class Handler(OrderEngine engine, KnownNames names, Session session)
        : IRequestHandler<CancelAll, Answer<ImmutableArray<OrderId>>>
    {
        public async Task<Answer<ImmutableArray<OrderId>>> Handle(CancelAll cancel, CancellationToken cancellationToken)
        {
            if (names.CheckListed(cancel.Scope, cancel.Set) is { } missing)
                return missing;
            return await engine.CancelAllAsync(session.Selects(cancel.Scope, cancel.Set), session.Client.Actor, cancellationToken);
        }
    }
}
