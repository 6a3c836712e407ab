using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Server.Sockets;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Subscriptions;

/// <summary>Ends one subscription of this connection, or all of them. Nothing of an ended subscription follows the answer.</summary>
[Needs(Permissions.View)]
internal sealed record Unsubscribe(RequestId? Subscription = null) : IClientRequest<Unit>
{
    internal sealed class Handler(Session session) : IRequestHandler<Unsubscribe, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(Unsubscribe request, CancellationToken cancellationToken)
        {
            if (request.Subscription is null)
                await session.Subscriptions.EndAllAsync();
            else if (!await session.Subscriptions.EndAsync(request.Subscription))
                return Refusal.Invalid("subscription", $"must be the id of a live subscription of this connection; {request.Subscription} is none.");
            return default(Unit);
        }
    }
}
