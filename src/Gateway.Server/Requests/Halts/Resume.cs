using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Halts;

/// <summary>Ends a halt; others that cover the same stay in force.</summary>
/// <param name="resume">The halt, exactly as it was declared.</param>
[Needs(Permissions.Risk)]
internal sealed record Resume(Orders.Halts.Halt resume) : IClientRequest<Unit>
{
    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<Resume, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(Resume request, CancellationToken cancellationToken) =>
            await engine.ResumeAsync(request.resume, session.Client.Actor, cancellationToken);
    }
}
