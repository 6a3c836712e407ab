using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Why limits do not let an order pass.</summary>
/// <param name="Limit">The rule, by its name in the client protocol.</param>
/// <param name="Message">One sentence with all figures.</param>
public sealed record Breach(string Limit, string Message)
{
    /// <summary>Whose amount it is, for a breached amount.</summary>
    public LimitSet? Whose { get; init; }

    /// <summary>Which trading it is about, for a breached amount.</summary>
    public LimitScope? Which { get; init; }

    /// <summary>More than an amount allows.</summary>
    internal static Breach OfAmount(Exposure exposure, AmountLimit limit, decimal current, decimal candidate, decimal after) => new(
        limit.Kind,
        $"{limit.Kind}, {exposure.Whose}, {exposure.Which}: amount {limit.Amount}, current {Plain.Format(current)}, " +
        $"candidate {Plain.Format(candidate)}, together {Plain.Format(after)}{FoundAt(exposure, limit)}.")
    {
        Whose = exposure.Whose,
        Which = exposure.Which,
    };

    /// <summary>An amount that cannot be judged, because something it adds up has no price that may be used.</summary>
    internal static Breach OfStaleSum(Exposure exposure, AmountLimit limit, ProductId product) => new(
        limit.Kind,
        $"{limit.Kind}, {exposure.Whose}, {exposure.Which}: amount {limit.Amount} cannot be judged, because there is no mark price of " +
        $"{product} younger than {MarkBook.OldestMark.TotalSeconds} s; only orders that reduce pass.")
    {
        Whose = exposure.Whose,
        Which = exposure.Which,
    };

    private static string FoundAt(Exposure exposure, AmountLimit limit)
    {
        var set = limit.Whose == exposure.Whose ? null : limit.Whose.ToString();
        var scope = limit.Which == exposure.Which ? null : limit.Which.ToString();
        return (set, scope) switch
        {
            (null, null) => "",
            ({ } one, null) => $" (found through {one})",
            (null, { } other) => $" (found through {other})",
            ({ } one, { } other) => $" (found through {one}, {other})",
        };
    }
}
