using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Limits;

/// <summary>Sets limits, all of them or none; in force from the next order on.</summary>
/// <param name="Limits">The limits. Where several are about the same, the last one counts.</param>
[Needs(Permissions.Risk)]
internal sealed record SetLimits(ImmutableArray<Limit> Limits) : IClientRequest<Unit>
{
    internal sealed class Handler(OrderEngine engine, KnownNames names, Session session) : IRequestHandler<SetLimits, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(SetLimits request, CancellationToken cancellationToken) =>
            request.Limits.Select(Unknown).FirstOrDefault(refusal => refusal is not null) is { } unknown
                ? unknown
                : await engine.SetLimitsAsync(request.Limits, session.Client.Actor, cancellationToken);

        private Refusal? Unknown(Limit limit) => limit switch
        {
            AmountLimit amount => names.Check("limits", amount.Whose) ?? names.Check(amount.Which),
            SetEnforcing enforcing => names.Check("limits", enforcing.Whose),
            _ => null,
        };
    }
}
