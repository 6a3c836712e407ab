namespace Hyperliquid.Simulator.Trading;

/// <summary>A length of candles, by the venue's name. Months are calendar months, all else is counted from the epoch.</summary>
internal sealed class CandleInterval
{
    public const long MinuteMs = 60_000;

    private static readonly Dictionary<string, int> Minutes = new(StringComparer.Ordinal)
    {
        ["1m"] = 1,
        ["3m"] = 3,
        ["5m"] = 5,
        ["15m"] = 15,
        ["30m"] = 30,
        ["1h"] = 60,
        ["2h"] = 120,
        ["4h"] = 240,
        ["8h"] = 480,
        ["12h"] = 720,
        ["1d"] = 1440,
        ["3d"] = 4320,
        ["1w"] = 10080,
        ["1M"] = 0,
    };

    private CandleInterval(string name) => Name = name;

    public string Name { get; }

    /// <summary>The interval of that name; null if there is none.</summary>
    public static CandleInterval? Find(string name) => Minutes.ContainsKey(name) ? new(name) : null;

    /// <summary>First millisecond of the candle that a time belongs to.</summary>
    public long StartOf(long time) => Minutes[Name] is > 0 and var minutes
        ? time - (time % (minutes * MinuteMs))
        : MonthOf(time).ToUnixTimeMilliseconds();

    /// <summary>Last millisecond of the candle that begins there.</summary>
    public long EndOf(long start) => Minutes[Name] is > 0 and var minutes
        ? start + (minutes * MinuteMs) - 1
        : MonthOf(start).AddMonths(1).ToUnixTimeMilliseconds() - 1;

    private static DateTimeOffset MonthOf(long time)
    {
        var date = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return new(date.Year, date.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
