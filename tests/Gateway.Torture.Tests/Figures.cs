using System.Text;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests;

/// <summary>What many worlds add up to.</summary>
internal sealed class Figures
{
    private readonly SortedDictionary<Trouble, long> troubles = [];
    private int seeds;
    private long orders;
    private long fills;
    private long steps;

    /// <summary>How many seeds broke a promise.</summary>
    public int Failed { get; private set; }

    /// <summary>Which troubles struck.</summary>
    public IEnumerable<Trouble> Troubles => troubles.Keys;

    public void Add(Outcome outcome)
    {
        seeds++;
        orders += outcome.Orders;
        fills += outcome.Fills;
        steps += outcome.Steps;
        Failed += outcome.Violations.Count > 0 ? 1 : 0;
        foreach (var (trouble, times) in outcome.Troubles)
            troubles[trouble] = troubles.GetValueOrDefault(trouble) + times;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{seeds} seeds, {Failed} failed: {orders} orders, {fills} fills, {steps} steps, {troubles.Values.Sum()} troubles");
        foreach (var (trouble, times) in troubles)
            text.AppendLine($"  {trouble} {times}");
        return text.ToString();
    }
}
