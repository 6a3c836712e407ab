using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;

namespace Gateway.Server.Requests.Limits;

/// <summary>
/// What is set for sets in scopes, and what they have in use. Without the permission Risk a key sees the firm, the defaults,
/// its own desk and trader, and its accounts; for others the answer holds null.
/// </summary>
/// <param name="Limits">Pairs of set and scope.</param>
[Needs(Permissions.View)]
internal sealed record GetLimits(ImmutableArray<SetAndScope> Limits) : IClientRequest<ImmutableArray<GetLimits.Standing?>>
{
    /// <summary>How one set stands in one scope.</summary>
    /// <param name="Limits">What is set for exactly this pair.</param>
    /// <param name="InUse">Limit dollars in use, by measure; null for defaults, which are no pool.</param>
    internal sealed record Standing(ImmutableArray<Limit> Limits, OrderedDictionary<string, decimal>? InUse);

    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<GetLimits, Answer<ImmutableArray<Standing?>>>
    {
        public async Task<Answer<ImmutableArray<Standing?>>> Handle(GetLimits request, CancellationToken cancellationToken) =>
            await engine.ReadAsync(
                ledger => request.Limits.Select(pair => Sees(pair.Set) ? StandingOf(ledger, pair) : null).ToImmutableArray(), cancellationToken);

        private bool Sees(LimitSet set) => session.Client.May(Permissions.Risk) || set switch
        {
            LimitSet.Desk desk => desk.Id == session.Client.Actor.Desk,
            LimitSet.Trader trader => trader.Id == session.Client.Actor.Trader,
            LimitSet.Account account => session.Client.Uses(account.Id),
            _ => true,
        };

        private static Standing StandingOf(IReadOnlyLedger ledger, SetAndScope pair) => new(
            ledger.Limits.SetFor(pair.Set, pair.Scope),
            pair.Set.IsDefault || pair.Scope.IsDefault
                ? null
                : new(ledger.Exposures.InUse(pair.Set, pair.Scope), StringComparer.Ordinal));
    }
}
