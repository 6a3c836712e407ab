using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;

namespace Gateway.Orders.Reconciliation;

/// <summary>What a process finds left over by the one before it.</summary>
internal static class Recovery
{
    // More than any interval between two synchronisations can hold.
    private const int MostOrdersLost = 1_000_000;

    /// <summary>Writes down what the end of the last process left in doubt; the first gap fence settles it.</summary>
    public static void Run(Workbench bench)
    {
        if (bench.Ledger.Instance is null)
            bench.Record(new JournalOpened(bench.Options.DrawInstance()));
        var records = bench.Ledger.Sequence;
        var numbersMayBeLost = bench.Ledger.LatestMayBeLost;
        bench.Record(new GatewayStarted(bench.MayLoseTheLatest));
        if (numbersMayBeLost)
            bench.Record(new OrderNumbersSkipped(new(bench.Ledger.NextOrder.Value - 1 + MostOrdersLost)));

        var open = bench.Ledger.Open.ToList();
        var unanswered = open.Where(order => !order.State.HasFlag(OrderState.Stale)
            && (!order.State.HasFlag(OrderState.Acked) || order.Replacement is { IsKnown: false })).ToList();
        foreach (var order in unanswered)
            bench.Record(new OutcomeUnknown(order.Id, "The gateway stopped before the venue had answered."));

        foreach (var order in open)
        {
            if (order.State.HasFlag(OrderState.Canceling))
                bench.CancelDeadlines.Watch(order.Id, bench.Steady + bench.Ledger.Limits.Of(ThresholdKind.NotOut));
            if (bench.LinkOf(order.Terms.Account) is not { } link)
                bench.Log.OrderWithoutVenue(order.Id, order.Terms.Account);
            else if (bench.Ledger[order.Id].State.HasFlag(OrderState.Stale) && !MayLinger(bench, order))
                link.Inherit(order.Id);
        }

        bench.Log.Replayed(bench.Ledger.Instance!.Value, records, open.Count, unanswered.Count);
    }

    // Some routes leave it open for days whether a lost order comes to life. It counts for limits as open meanwhile, which
    // holds its own room; to hold up the whole account would be out of proportion.
    private static bool MayLinger(Workbench bench, Order order) =>
        !order.State.HasFlag(OrderState.Acked) && order.ValidUntil > bench.Now + bench.Options.SendWindow;
}
