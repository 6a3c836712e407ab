using System.Collections.Immutable;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Reconciliation;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>Cancel every open order of these.</summary>
internal sealed class CancelAll(Func<Order, bool> asked, Actor actor) : Request<ImmutableArray<OrderId>>
{
    protected override Reply<ImmutableArray<OrderId>> Decide(Workbench bench) => Cancel(bench, asked, actor);

    /// <summary>Cancels them; what is being canceled already is asked for again, which is harmless.</summary>
    public static ImmutableArray<OrderId> Cancel(Workbench bench, Func<Order, bool> asked, Actor actor)
    {
        var covered = bench.Ledger.Open.Where(asked).ToList();
        foreach (var order in covered)
        {
            if (!order.State.HasFlag(OrderState.Canceling))
                bench.Record(actor, new CancelRequested(order.Id));
            FollowUp.SendCancel(bench, bench.Ledger[order.Id]);
        }

        return [.. covered.Select(order => order.Id)];
    }
}
