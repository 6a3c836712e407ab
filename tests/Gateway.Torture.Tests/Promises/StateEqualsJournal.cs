using Gateway.Orders;
using Gateway.Orders.Inspection;
using Gateway.Torture.Tests.Clients;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Promises;

/// <summary>The state is what the journal on the disk amounts to, and the subscriber was told each of its updates once.</summary>
internal static class StateEqualsJournal
{
    /// <summary>Compares what the engine answers with what the journal says.</summary>
    public static async Task CompareAsync(World world, GatewayProcess gateway)
    {
        var orders = Enumerable.Range(1, (int)world.Witness.Ledger.NextOrder.Value - 1).Select(number => new OrderId(number)).ToList();
        var answers = await gateway.Engine.ReadAsync(ledger => orders.ConvertAll(ledger.Find), CancellationToken.None);
        foreach (var (order, answer) in orders.Zip(answers))
        {
            if (world.Witness.Ledger.Find(order) != answer)
                world.Violated("state and journal differ", $"order {order} is {answer}");
        }

        // The engine went on from a snapshot of an earlier life, and the witness never did.
        var differences = await gateway.Engine.ReadAsync(
            ledger => LedgerComparison.Differences(world.Witness.Ledger, (Ledger)ledger).ToList(), CancellationToken.None);
        foreach (var difference in differences)
            world.Violated("state and journal differ", difference);
    }

    public static IEnumerable<string> Broken(World world)
    {
        var replayed = world.Witness.Replay(out var updates);
        if (replayed.Sequence != world.Witness.Ledger.Sequence)
            yield return $"the disk has {replayed.Sequence} records and the gateway knew {world.Witness.Ledger.Sequence}";
        for (var number = 1L; number < replayed.NextOrder.Value; number++)
        {
            if (replayed.Find(new(number)) != world.Witness.Ledger.Find(new(number)))
                yield return $"order {number} is {replayed.Find(new(number))} by the journal";
        }

        foreach (var customer in world.Customers)
        {
            var told = customer.Updates;
            var due = updates.Where(order => customer.Accounts.Contains(order.Terms.Account.Value)).Select(Heard.Of).ToList();
            if (!told.SequenceEqual(due))
                yield return $"{customer.Name} was told {told.Count} updates of {due.Count}, first missing: {due.Except(told).FirstOrDefault()}, first wrong: {told.Except(due).FirstOrDefault()}";
        }
    }
}
