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

    /// <summary>Whether what is flushed reaches the disk only with the next flush.</summary>
    public bool FlushesLate { get; init; }

    public override string ToString() => Name;
}
