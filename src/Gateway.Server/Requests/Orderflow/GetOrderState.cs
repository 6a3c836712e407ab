using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Where each order is in its life, as bits; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetOrderState(ImmutableArray<OrderId> OrderIds) : IClientRequest<ImmutableArray<OrderState?>>
{
    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<GetOrderState, Answer<ImmutableArray<OrderState?>>>
    {
        public async Task<Answer<ImmutableArray<OrderState?>>> Handle(GetOrderState request, CancellationToken cancellationToken) =>
            await engine.ReadAsync<OrderState?>(request.OrderIds, session, order => order.State, cancellationToken);
    }
}
