using System.Collections.Immutable;

namespace Gateway.Orders.Limits;

/// <summary>Every limit that is set, and which of them counts for a set in a scope.</summary>
public sealed class LimitBook
{
    private readonly Dictionary<(AmountKind Kind, LimitSet Whose, LimitScope Which), LimitAmount> amounts = [];
    private readonly Dictionary<LimitSet, bool> enforced = [];
    private readonly Dictionary<ThresholdKind, TimeSpan> thresholds = [];

    /// <summary>Grows with every change, so that whoever remembers an answer knows when to ask again.</summary>
    internal long Version { get; private set; }

    /// <summary>How far from the reference price an order's price may be, as a fraction of it.</summary>
    public decimal MaxPriceDeviation { get; private set; } = Limits.MaxPriceDeviation.Default;

    /// <summary>How long a fill is recent.</summary>
    public TimeSpan FillRecency => Of(ThresholdKind.FillRecency);

    /// <summary>How long a fill counts at all.</summary>
    public TimeSpan FillRetire => Of(ThresholdKind.FillRetire);

    /// <summary>Everything that is set: setting it all in an empty book makes the same book.</summary>
    internal ImmutableArray<Limit> All =>
    [
        .. amounts.Select(amount => new AmountLimit(amount.Key.Kind, amount.Key.Whose, amount.Key.Which, amount.Value)),
        .. enforced.Select(enforcing => new SetEnforcing(enforcing.Key, enforcing.Value)),
        .. MaxPriceDeviation == Limits.MaxPriceDeviation.Default ? Array.Empty<Limit>() : [new MaxPriceDeviation(MaxPriceDeviation)],
        .. thresholds.Select(threshold => new ThresholdLimit(threshold.Key, threshold.Value)),
    ];

    /// <summary>Every amount and enforcement that is set for exactly this set and scope, in the order of checks.</summary>
    public ImmutableArray<Limit> SetFor(LimitSet whose, LimitScope which)
    {
        var found = ImmutableArray.CreateBuilder<Limit>();
        foreach (var kind in AmountKind.All)
        {
            if (amounts.TryGetValue((kind, whose, which), out var amount))
                found.Add(new AmountLimit(kind, whose, which, amount));
        }

        if (enforced.TryGetValue(whose, out var enforcing))
            found.Add(new SetEnforcing(whose, enforcing));
        return found.ToImmutable();
    }

    /// <summary>How long that threshold is now.</summary>
    public TimeSpan Of(ThresholdKind threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        return thresholds.GetValueOrDefault(threshold, threshold.Default);
    }

    /// <summary>What is wrong with setting all of these together; null: nothing.</summary>
    public string? ProblemWith(ImmutableArray<Limit> limits)
    {
        var after = limits.OfType<ThresholdLimit>().ToLookup(limit => limit.Threshold, limit => limit.Value ?? limit.Threshold.Default);
        var recency = after[ThresholdKind.FillRecency].LastOrDefault(FillRecency);
        var retire = after[ThresholdKind.FillRetire].LastOrDefault(FillRetire);
        return recency <= retire
            ? null
            : $"{ThresholdKind.FillRecency} ({recency.TotalSeconds} s) must not exceed {ThresholdKind.FillRetire} ({retire.TotalSeconds} s): " +
              "a fill that no longer counts cannot be recent.";
    }

    /// <summary>Puts all of them in force, in their order; they have been found to be without problem.</summary>
    internal void Set(ImmutableArray<Limit> limits)
    {
        foreach (var limit in limits)
            limit.Set(this);
        Version++;
    }

    internal void SetAmount(AmountLimit limit)
    {
        var key = (limit.Measure, limit.Whose, limit.Which);
        if (limit.Amount is { } amount)
            amounts[key] = amount;
        else
            amounts.Remove(key);
    }

    internal void SetEnforced(SetEnforcing limit) => enforced[limit.Whose] = limit.Enforcing;

    internal void SetMaxPriceDeviation(decimal fraction) => MaxPriceDeviation = fraction;

    internal void SetThreshold(ThresholdKind threshold, TimeSpan value) => thresholds[threshold] = value;

    /// <summary>Whether a breach of the set's amounts refuses an order.</summary>
    internal bool IsEnforced(LimitSet whose) =>
        enforced.TryGetValue(whose, out var own) ? own
        : whose.Default is not { } others || !enforced.TryGetValue(others, out var general) || general;

    /// <summary>
    /// The amount that counts, and where it was found. The first that is set counts: own set and scope; own set, default scope;
    /// default set, own scope; default set and scope.
    /// </summary>
    internal AmountLimit? Find(AmountKind kind, LimitSet whose, LimitScope which)
    {
        var others = whose.Default;
        var wider = which.Default;
        return At(whose, which) ?? At(whose, wider) ?? At(others, which) ?? At(others, wider);

        AmountLimit? At(LimitSet? set, LimitScope? scope) =>
            set is not null && scope is not null && amounts.TryGetValue((kind, set, scope), out var amount)
                ? new(kind, set, scope, amount)
                : null;
    }
}
