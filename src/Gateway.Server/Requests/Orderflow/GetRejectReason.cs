using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Why each order was refused, in the words of who refused it; null where it was not, or an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetRejectReason(ImmutableArray<OrderId> OrderIds) : IClientRequest<ImmutableArray<string?>>
{
    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<GetRejectReason, Answer<ImmutableArray<string?>>>
    {
        public async Task<Answer<ImmutableArray<string?>>> Handle(GetRejectReason request, CancellationToken cancellationToken) =>
            await engine.ReadAsync(request.OrderIds, session, order => order.RejectReason, cancellationToken);
    }
}
