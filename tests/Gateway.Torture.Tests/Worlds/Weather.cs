namespace Gateway.Torture.Tests.Worlds;

/// <summary>
/// What goes wrong, how often, and how often it did. Each seed has a climate of its own, so that some worlds suffer from one
/// trouble only and others from all.
/// </summary>
internal sealed class Weather
{
    private readonly Random chance;
    private readonly IReadOnlyDictionary<Trouble, double> odds;
    private readonly SortedDictionary<Trouble, int> struck = [];

    public Weather(int seed)
    {
        chance = new Random(seed);
        odds = Climate.Draw(seed, chance);
    }

    /// <summary>Whether nothing goes wrong any more.</summary>
    public bool IsCalm { get; set; }

    /// <summary>How often each trouble struck.</summary>
    public IReadOnlyDictionary<Trouble, int> Struck => struck;

    /// <summary>Whether it strikes now.</summary>
    public bool Strikes(Trouble trouble)
    {
        // Drawn in any case, so that a calm world is not another world.
        var drawn = chance.NextDouble();
        if (IsCalm || drawn >= odds[trouble])
            return false;
        Count(trouble);
        return true;
    }

    public void Count(Trouble trouble) => struck[trouble] = struck.GetValueOrDefault(trouble) + 1;

    /// <summary>How long something takes: mostly a little, now and then much.</summary>
    public TimeSpan Latency() => Drawn(
        chance.NextDouble() < 0.95 || IsCalm ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromMilliseconds(800));

    /// <summary>Up to this long.</summary>
    public TimeSpan Drawn(TimeSpan most) => TimeSpan.FromTicks((long)(most.Ticks * chance.NextDouble()));

    public int Next(int below) => chance.Next(below);
}
