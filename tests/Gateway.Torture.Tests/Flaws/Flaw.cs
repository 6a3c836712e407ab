using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Flaws;

/// <summary>
/// One rule of the gateway broken, from outside: between engine, adapter, journal and network. The code under test has no
/// switches for it.
/// </summary>
/// <param name="Name">What it does wrong.</param>
internal sealed record Flaw(string Name)
{
    /// <summary>The gateway as it is.</summary>
    public static Flaw None { get; } = new("none");

    /// <summary>What the engine hears in place of a venue's news.</summary>
    public Func<VenueEvent, IEnumerable<VenueEvent>> Hears { get; init; } = news => [news];

    /// <summary>What the venue is told in place of an instruction.</summary>
    public Func<Instruction, IEnumerable<Instruction>> Tells { get; init; } = instruction => [instruction];

    /// <summary>Under which number an order of unknown outcome is sent again; null: it is not.</summary>
    public Func<OrderId, OrderId>? SendsAgainAs { get; init; }

    /// <summary>How often each order leaves.</summary>
    public int OrderCopies { get; init; } = 1;

    /// <summary>What the gateway understands in place of what a client said.</summary>
    public Func<string, GatewayProcess, string> Says { get; init; } = (frame, _) => frame;

    /// <summary>What a client is told in place of an answer or update.</summary>
    public Func<string, string> Answers { get; init; } = frame => frame;

    /// <summary>Whether an order is canceled with all others, by itself and by whether that was asked for; null: as it was asked for.</summary>
    public Func<Order, bool, bool>? Sweeps { get; init; }

    /// <summary>Whether the journal tells that it has no room, by whether it has none and whether it ever had none.</summary>
    public Func<bool, bool, bool> TellsShortage { get; init; } = (isShort, _) => isShort;

    /// <summary>Whether what does not fit on a full disk is lost, in place of being written to what is held free.</summary>
    public bool LosesAtFullDisk { get; init; }

    /// <summary>How often each answer and update is sent.</summary>
    public int AnswerCopies { get; init; } = 1;

    /// <summary>Which records make limits forget the order that they are about.</summary>
    public Func<JournalEvent, OrderId?> Uncounts { get; init; } = _ => null;

    /// <summary>How many whole records are lost with a torn one when a gateway starts.</summary>
    public int LosesAtStart { get; init; }

    /// <summary>Whether nothing is looked up again while a connection stands.</summary>
    public bool LooksOnce { get; init; }

    /// <summary>Whether fills are dropped of orders that the venue has ended.</summary>
    public bool DropsFillsAfterEnd { get; init; }

    /// <summary>What leaves for the venue in place of a frame, given the nonce of the last order before it.</summary>
    public Func<string, long?, string> Sends { get; init; } = (frame, _) => frame;

    /// <summary>Whether what is flushed reaches the disk only with the next flush.</summary>
    public bool FlushesLate { get; init; }

    public override string ToString() => Name;
}
