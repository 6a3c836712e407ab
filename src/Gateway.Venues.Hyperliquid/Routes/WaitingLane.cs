using System.Diagnostics.CodeAnalysis;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>What waits, sorted by what may travel together; each company has its turn in the order in which it began to wait.</summary>
internal sealed class WaitingLane<TInstruction>
{
    private readonly Dictionary<Company, Queue<TInstruction>> waiting = [];
    private readonly Queue<Queue<TInstruction>> turns = [];

    public int Count { get; private set; }

    public void Add(Company company, TInstruction instruction)
    {
        if (!waiting.TryGetValue(company, out var queue))
            waiting.Add(company, queue = []);
        if (queue.Count == 0)
            turns.Enqueue(queue);
        queue.Enqueue(instruction);
        Count++;
    }

    /// <summary>The next one of the company whose turn it is.</summary>
    public bool TryPeek([MaybeNullWhen(false)] out TInstruction instruction)
    {
        instruction = default;
        return turns.TryPeek(out var queue) && queue.TryPeek(out instruction);
    }

    /// <summary>Gives the turn to the first company that passes; those before it go behind.</summary>
    /// <param name="passes">Asked with the next one of a company, and how many of it wait.</param>
    /// <returns>False: none passes.</returns>
    public bool TryTurnTo(Func<TInstruction, int, bool> passes)
    {
        for (var left = turns.Count; left > 0; left--)
        {
            if (TryPeek(out var instruction) && passes(instruction, turns.Peek().Count))
                return true;
            EndTurn();
        }

        return false;
    }

    /// <summary>Takes what was peeked at.</summary>
    public void Take()
    {
        turns.Peek().Dequeue();
        Count--;
    }

    /// <summary>Gives the turn to the next company.</summary>
    public void EndTurn()
    {
        if (turns.TryDequeue(out var queue) && queue.Count > 0)
            turns.Enqueue(queue);
    }
}
