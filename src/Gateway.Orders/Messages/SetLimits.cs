using System.Collections.Immutable;
using Gateway.Orders.Decisions;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;

namespace Gateway.Orders.Messages;

/// <summary>Set these limits.</summary>
internal sealed class SetLimits(ImmutableArray<Limit> limits, Actor actor) : Request<Unit>
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        if (bench.Ledger.Limits.ProblemWith(limits) is { } problem)
            return Rejection.OfField(Fields.Limits, problem);
        if (!limits.IsEmpty)
            bench.Record(actor, new LimitsSet(limits));
        return default(Unit);
    }
}
