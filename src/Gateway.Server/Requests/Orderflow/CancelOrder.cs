using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Cancels an order. Answers null once the cancel is on its way; what came of it follows as order state.</summary>
[Needs(Permissions.Trade)]
internal sealed record CancelOrder(OrderId OrderId) : IClientRequest<Unit>
{
    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<CancelOrder, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(CancelOrder cancel, CancellationToken cancellationToken)
        {
            var order = await engine.ReadAsync(ledger => ledger.Find(cancel.OrderId), cancellationToken);
            return order is not null && session.Client.Sees(order)
                ? await engine.CancelAsync(cancel.OrderId, session.Client.Actor, cancellationToken)
                : new Refusal(ErrorCode.UnknownOrder, $"There is no order {cancel.OrderId}.");
        }
    }
}
