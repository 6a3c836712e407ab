using Gateway.Orders.Journal.Events;
using Gateway.Orders.Reconciliation;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>A venue had no room for an instruction: nothing was or will be sent of it.</summary>
internal sealed class NotTaken(Instruction instruction) : Message
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override void Handle(Workbench bench)
    {
        switch (instruction)
        {
            case Instruction.Place place when bench.Ledger.FindOpen(place.Order) is not null:
                bench.Record(new OrderRejected(
                    place.Order, "The queue to the venue is full; nothing was sent.", ExchangeOrderId: null, bench.Now));
                break;
            case Instruction.Modify modify when bench.Ledger.FindOpen(modify.Order.Order)?.Replacement?.Leg == modify.Leg:
                bench.Record(new ModifyRejected(
                    modify.Order.Order, modify.Leg, "The queue to the venue is full; nothing was sent.", WasSent: false, bench.Now));
                break;
            case Instruction.Cancel { Order.Order: var order } when bench.Ledger.FindOpen(order) is not null:
                bench.Errands.SetCancel(order, CancelProgress.Owed);
                bench.Errands.Plan(order, bench.Steady + Pause);
                break;
            case Instruction.Reconcile reconcile when bench.LinkOf(reconcile.Account) is { IsConnected: true } link && link.Epoch == reconcile.Epoch:
                link.FenceDue = bench.Steady + Pause;
                break;
            default:
                // The next question about the order is planned already, or nobody needs the answer any more.
                break;
        }
    }
}
