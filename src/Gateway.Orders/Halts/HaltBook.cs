using System.Collections.Immutable;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>The halts in force, oldest first.</summary>
public sealed class HaltBook
{
    private readonly List<ActiveHalt> active = [];

    /// <summary>All of them.</summary>
    public ImmutableArray<ActiveHalt> Active => [.. active];

    /// <summary>Those that forbid orders on that account in that market; none allocates nothing.</summary>
    public ImmutableArray<ActiveHalt> Covering(AccountName account, in MarketNames market)
    {
        ImmutableArray<ActiveHalt> covering = [];
        foreach (var halt in active)
        {
            if (halt.Halt.Covers(account, market))
                covering = covering.Add(halt);
        }

        return covering;
    }

    /// <summary>What forbids it, by whom and since when, in a sentence.</summary>
    public static string Words(ImmutableArray<ActiveHalt> halts) =>
        $"Trading is halted: {string.Join("; ", halts.Select(halt => $"{halt.Halt} (by {halt.By.Client} since {halt.Since:yyyy-MM-dd'T'HH:mm:ss'Z'})"))}.";

    /// <summary>Whether that very halt is in force.</summary>
    public bool Contains(Halt halt) => active.Exists(one => one.Halt.Equals(halt));

    /// <summary>Puts a halt in force; one that is already keeps its first author and time.</summary>
    internal void Halt(ActiveHalt halt)
    {
        if (!Contains(halt.Halt))
            active.Add(halt);
    }

    /// <summary>Ends that very halt; wider and narrower ones stay.</summary>
    internal void Resume(Halt halt) => active.RemoveAll(one => one.Halt.Equals(halt));
}
