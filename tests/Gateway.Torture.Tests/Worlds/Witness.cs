using System.Text.Json;
using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Torture.Tests.Disks;
using Gateway.Torture.Tests.Promises;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>Knows at every moment what the living gateway knows, or what the next one will find: the journal made true.</summary>
internal sealed class Witness(World world)
{
    public Ledger Ledger { get; private set; } = new();

    /// <summary>A gateway reads or appends a record.</summary>
    public void Record(GatewayProcess gateway, JournalRecord record)
    {
        // What a new life reads is known since the last one was buried.
        if (gateway.IsDead || record.Sequence <= Ledger.Sequence)
            return;
        world.Tell($"record {record.Sequence} {record.Event}");
        if (gateway.Journal.IsShort && record.Event is OrderPlaced or OrderRefused or ModifyRequested)
            world.Violated("an order was journaled although the disk is full", $"{record.Event}");
        if (world.Flaw.Uncounts(record.Event) is { } order && gateway.Ledger is { } limits && limits.Find(order) is { IsOut: false } open)
            limits.Risk.Count(open, open with { State = OrderState.Out });
        if (Ledger.Apply(record, out var update) && update.IsOut && FinalStates.Broken(world, update) is { } violation)
            world.Violated("a final state was not true", violation);
        world.Changed();
    }

    /// <summary>The gateway has died: only what is on the disk is known.</summary>
    public void Bury()
    {
        Ledger = Replay(out _);
        world.Changed();
    }

    /// <summary>The state and all updates that the journal on the disk amounts to.</summary>
    public Ledger Replay(out List<Order> updates)
    {
        var ledger = new Ledger();
        updates = [];
        try
        {
            foreach (var record in DiskJournal.Read(world.Disk, new RecordReader()))
            {
                if (ledger.Apply(record, out var update))
                    updates.Add(update);
            }
        }
        catch (JsonException damage)
        {
            world.Violated("the journal cannot be read", damage.Message);
        }

        return ledger;
    }
}
