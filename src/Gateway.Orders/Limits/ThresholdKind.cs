using System.Collections.Immutable;

namespace Gateway.Orders.Limits;

/// <summary>What a length of time decides. Each kind is one file.</summary>
public abstract class ThresholdKind
{
    private protected ThresholdKind(string name, TimeSpan @default)
    {
        Name = name;
        Default = @default;
    }

    /// <summary>How long a fill is recent.</summary>
    public static ThresholdKind FillRecency { get; } = new FillRecencyThreshold();

    /// <summary>How long a fill counts at all.</summary>
    public static ThresholdKind FillRetire { get; } = new FillRetireThreshold();

    /// <summary>How long an order that is out stays in memory.</summary>
    public static ThresholdKind OutRetire { get; } = new OutRetireThreshold();

    /// <summary>How long a canceled order may take to be out before an alert is raised.</summary>
    public static ThresholdKind NotOut { get; } = new NotOutThreshold();

    /// <summary>Every kind.</summary>
    public static ImmutableArray<ThresholdKind> All { get; } = [FillRecency, FillRetire, OutRetire, NotOut];

    /// <summary>The longest that can be set, 31 days: what has not retired stays in memory.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(31);

    /// <summary>Its name in the client protocol.</summary>
    public string Name { get; }

    /// <summary>What holds when nothing is set.</summary>
    public TimeSpan Default { get; }

    /// <summary>The kind of that name; null where there is none.</summary>
    public static ThresholdKind? Of(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
