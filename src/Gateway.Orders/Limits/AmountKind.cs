using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// What an amount of limit dollars is compared with. Each kind is one file that says how it measures; its place in
/// <see cref="All"/> is its place in the order of checks.
/// </summary>
public abstract class AmountKind
{
    private protected AmountKind(string name) => Name = name;

    /// <summary>Every kind, in the order of checks: those about one order alone come first.</summary>
    public static ImmutableArray<AmountKind> All { get; } =
        [new MaxOrder(), new MaxOpen(), new MaxOpenAndRecentlyFilled(), new MaxFilled()];

    /// <summary>How many at the start of <see cref="All"/> look at one order alone, whatever else is open.</summary>
    internal const int AboutOneOrder = 1;

    /// <summary>Its name in the client protocol.</summary>
    public string Name { get; }

    /// <summary>The kind of that name; null where there is none.</summary>
    public static AmountKind? Of(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>What stands now, in limit dollars.</summary>
    internal abstract decimal Current(Exposure exposure);

    /// <summary>The most that could stand with one more order, by the sums alone: never less than <see cref="With"/> says, and soon said.</summary>
    /// <param name="exposure">Where it would be added.</param>
    /// <param name="worth">The order in limit dollars.</param>
    internal abstract decimal AtMost(Exposure exposure, decimal worth);

    /// <summary>What would stand with one more order.</summary>
    /// <param name="exposure">Where it would be added.</param>
    /// <param name="share">The part of <paramref name="exposure"/> that is in the order's product.</param>
    /// <param name="side">Which way it trades.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="worth">The quantity in limit dollars.</param>
    internal virtual decimal With(Exposure exposure, ProductExposure share, Side side, decimal quantity, decimal worth) => AtMost(exposure, worth);

    /// <summary>Whether the measure of this product is anything but nothing, so that its price matters.</summary>
    internal abstract bool DependsOn(ProductExposure share);
}
