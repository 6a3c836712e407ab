using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;

namespace Gateway.Server.Requests.Halts;

/// <summary>The halts in force, oldest first.</summary>
[Needs(Permissions.View)]
internal sealed record GetHalts : IClientRequest<ImmutableArray<GetHalts.InForce>>
{
    /// <summary>A halt, the client who declared it, and when.</summary>
    internal sealed record InForce(Orders.Halts.Halt Halt, string By, DateTimeOffset Since);

    internal sealed class Handler(OrderEngine engine) : IRequestHandler<GetHalts, Answer<ImmutableArray<InForce>>>
    {
        public async Task<Answer<ImmutableArray<InForce>>> Handle(GetHalts request, CancellationToken cancellationToken)
        {
            var active = await engine.ReadAsync(ledger => ledger.Halts.Active, cancellationToken);
            return active.Select(halt => new InForce(halt.Halt, halt.By.Client, halt.Since)).ToImmutableArray();
        }
    }
}
