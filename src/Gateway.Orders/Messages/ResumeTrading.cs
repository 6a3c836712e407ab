using Gateway.Orders.Decisions;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;

namespace Gateway.Orders.Messages;

/// <summary>End this halt.</summary>
internal sealed class ResumeTrading(Halt halt, Actor actor) : Request<Unit>
{
    protected override Reply<Unit> Decide(Workbench bench)
    {
        var halts = bench.Ledger.Halts;
        if (!halts.Contains(halt))
            return Rejection.OfField(
                Fields.Resume,
                $"{halt} is not halted; " + (halts.Active.IsEmpty ? "nothing is." : $"in force are {string.Join("; ", halts.Active.Select(active => active.Halt))}."));
        bench.Record(actor, new TradingResumed(halt));
        return default(Unit);
    }
}
