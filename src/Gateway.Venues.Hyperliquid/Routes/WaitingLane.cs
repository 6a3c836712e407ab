using System.Diagnostics.CodeAnalysis;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>What waits, sorted by what may travel together; each company has its turn in the order in which it began to wait.</summary>
internal sealed class WaitingLane<TInstruction>
{
    private readonly Dictionary<Company, Line> lines = [];
    private readonly Queue<Line> turns = [];

    public int Count { get; private set; }

    public void Add(Company company, TInstruction instruction)
    {
        if (!lines.TryGetValue(company, out var line))
            lines.Add(company, line = new(company, []));
        if (line.Waiting.Count == 0)
            turns.Enqueue(line);
        line.Waiting.Enqueue(instruction);
        Count++;
    }

    /// <summary>The next one of the company whose turn it is.</summary>
    public bool TryPeek([MaybeNullWhen(false)] out TInstruction instruction)
    {
        instruction = default;
        return turns.TryPeek(out var line) && line.Waiting.TryPeek(out instruction);
    }

    /// <summary>Gives the turn to the first company that passes; those before it go behind.</summary>
    /// <param name="passes">Asked with a company, and how many of it wait.</param>
    /// <returns>False: none passes.</returns>
    public bool TryTurnTo(Func<Company, int, bool> passes)
    {
        for (var left = turns.Count; left > 0; left--)
        {
            var (company, waiting) = turns.Peek();
            if (passes(company, waiting.Count))
                return true;
            EndTurn();
        }

        return false;
    }

    /// <summary>Takes what was peeked at.</summary>
    public void Take()
    {
        turns.Peek().Waiting.Dequeue();
        Count--;
    }

    /// <summary>Gives the turn to the next company.</summary>
    public void EndTurn()
    {
        if (turns.TryDequeue(out var line) && line.Waiting.Count > 0)
            turns.Enqueue(line);
    }

    private sealed record Line(Company Company, Queue<TInstruction> Waiting);
}
