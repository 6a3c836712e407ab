using Gateway.Orders.Journal;
using Gateway.Testing.Orders;

namespace Gateway.Orders.Tests.Journal;

public sealed class MemoryJournalTests : JournalContract
{
    private MemoryJournal journal = new();

    protected override IJournal Open() => journal = journal.AfterCrash();
}
