using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Torture.Tests.Flaws;

/// <summary>Cancels all orders, and not those that were asked for.</summary>
internal sealed class FlawedCancelAll(OrderEngine engine, Session session, Func<Order, bool, bool> sweeps)
    : IRequestHandler<CancelAll, Answer<ImmutableArray<OrderId>>>
{
    public async Task<Answer<ImmutableArray<OrderId>>> Handle(CancelAll request, CancellationToken cancellationToken)
    {
        var asked = session.Selects(request.Scope, request.Set);
        return await engine.CancelAllAsync(order => sweeps(order, asked(order)), session.Client.Actor, cancellationToken);
    }
}
