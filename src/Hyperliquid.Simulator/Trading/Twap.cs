using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>An order that is sent to the market in slices over a while.</summary>
/// <param name="id">Its number.</param>
/// <param name="account">Whose it is.</param>
/// <param name="terms">What it asks for in all, with no price.</param>
/// <param name="minutes">Over how long.</param>
/// <param name="randomize">Whether the slices vary; here they do not.</param>
/// <param name="timestamp">When it began, ms.</param>
internal sealed class Twap(long id, Account account, OrderTerms terms, long minutes, bool randomize, long timestamp)
{
    /// <summary>Time between two slices, ms.</summary>
    public const long SliceMs = 30_000;

    // What the market did not take is caught up with later, this many times the usual slice at once.
    private const int CatchUp = 3;
    private const long MinuteMs = 60_000;

    private readonly List<(long Time, string Status)> steps = [];
    private long sliced;

    public long Id { get; } = id;

    public Account Account { get; } = account;

    public OrderTerms Terms { get; } = terms;

    public long Minutes { get; } = minutes;

    public bool Randomize { get; } = randomize;

    public long Timestamp { get; } = timestamp;

    public decimal ExecutedSz { get; private set; }

    public decimal ExecutedNtl { get; private set; }

    public bool IsRunning => steps.Count > 0 && steps[^1].Status == Activated;

    /// <summary>What became of it, oldest first: ms and the venue's word.</summary>
    public IReadOnlyList<(long Time, string Status)> Steps => steps;

    public const string Activated = "activated";
    public const string Finished = "finished";
    public const string Terminated = "terminated";

    private long Slices => Minutes * MinuteMs / SliceMs;

    public void Become(string status, long time) => steps.Add((time, status));

    /// <summary>The size of a slice that is due; null: none is.</summary>
    public decimal? TakeSlice(long now)
    {
        var due = Math.Min(Slices, ((now - Timestamp) / SliceMs) + 1);
        if (due <= sliced)
            return null;
        sliced = due;
        var usual = Terms.Sz / Slices;
        var missing = (due == Slices ? Terms.Sz : usual * due) - ExecutedSz;
        return Decimals.Floor(Math.Min(missing, CatchUp * usual), Terms.Instrument.SzDecimals);
    }

    /// <summary>Whether its last slice has been sent.</summary>
    public bool IsOver => sliced >= Slices || ExecutedSz >= Terms.Sz;

    public void Count(decimal sz, decimal notional) => (ExecutedSz, ExecutedNtl) = (ExecutedSz + sz, ExecutedNtl + notional);
}
