using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// What everybody has at stake everywhere: the counters that limits are compared with. It counts quantities and knows
/// prices, and is told what happened; what it says follows from that alone.
/// </summary>
public sealed class ExposureBook(LimitBook limits, MarkBook marks)
{
    private readonly Dictionary<(LimitSet Whose, LimitScope Which), Exposure> exposures = [];
    private readonly Dictionary<(Party Party, MarketId Market), Footprint> footprints = [];
    private readonly FillWindow fills = new();
    private DateTimeOffset latest = DateTimeOffset.MinValue;

    // Whoever is judged is counted next, and often asks again.
    private Footprint? last;

    /// <summary>The fills that count, oldest first.</summary>
    internal CountedFill[] Counted => fills.ToArray();

    /// <summary>Every set and scope in which something was at stake.</summary>
    internal IEnumerable<(LimitSet Whose, LimitScope Which)> Known => exposures.Keys;

    /// <summary>The latest time it was told of.</summary>
    internal DateTimeOffset AsOf => latest;

    /// <summary>Where one party's trading in one market counts. Begun with nothing where there was none, which changes no counter.</summary>
    public Footprint Of(in Party party, in MarketNames market)
    {
        if (last is { } known && known.Market.Market == market.Market && known.Party == party)
            return known;
        if (!footprints.TryGetValue((party, market.Market), out var footprint))
            footprints.Add((party, market.Market), footprint = Begin(party, market));
        return last = footprint;
    }

    /// <summary>Counts a quantity as open, or with a negative one no longer.</summary>
    public static void Open(Footprint footprint, Side side, decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(footprint);
        footprint.AddOpen(side, quantity);
    }

    /// <summary>Counts a fill.</summary>
    /// <param name="footprint">Whose, and where.</param>
    /// <param name="side">Which way.</param>
    /// <param name="quantity">How much, positive.</param>
    /// <param name="time">When it traded; its age runs from here.</param>
    /// <param name="now">The present.</param>
    public void Fill(Footprint footprint, Side side, decimal quantity, DateTimeOffset time, DateTimeOffset now)
    {
        fills.Add(new(time, footprint, side, quantity));
        Advance(now);
    }

    /// <summary>Counts these fills, in places of this book, as of that time.</summary>
    internal void Restore(IEnumerable<CountedFill> counted, DateTimeOffset asOf)
    {
        foreach (var fill in counted)
            fills.Add(fill);
        Advance(asOf);
    }

    /// <summary>Lets time pass: fills age and retire, marks become too old. A time before the latest one counts as that.</summary>
    public void Advance(DateTimeOffset now)
    {
        if (now > latest)
            latest = now;
        fills.Advance(latest, limits.FillRecency, limits.FillRetire);
        marks.Advance(latest);
    }

    /// <summary>What a set has in use in a scope, in limit dollars, for every measure that adds orders up.</summary>
    public ImmutableArray<KeyValuePair<string, decimal>> InUse(LimitSet whose, LimitScope which)
    {
        var exposure = exposures.GetValueOrDefault((whose, which));
        return [.. AmountKind.All.Skip(AmountKind.AboutOneOrder).Select(kind =>
            KeyValuePair.Create(kind.Name, exposure is null ? 0 : kind.Current(exposure)))];
    }

    private Footprint Begin(Party party, MarketNames market)
    {
        var mark = marks.Of(market.Base);
        return new(party, market, mark, marks.Of(market.Quote), [.. SetsOf(party).Select(whose => new FootprintMember(
            whose, [.. ScopesOf(market).Select(which => At(whose, which).In(mark))]))]);
    }

    private Exposure At(LimitSet whose, LimitScope which)
    {
        if (!exposures.TryGetValue((whose, which), out var exposure))
            exposures.Add((whose, which), exposure = new(whose, which));
        return exposure;
    }

    private static IEnumerable<LimitSet> SetsOf(Party party)
    {
        yield return new LimitSet.Firm();
        if (party.Desk is { } desk)
            yield return new LimitSet.Desk(desk);
        if (party.Trader is { } trader)
            yield return new LimitSet.Trader(trader);
        yield return new LimitSet.Account(party.Account);
    }

    private static IEnumerable<LimitScope> ScopesOf(MarketNames market)
    {
        yield return new LimitScope.Global();
        yield return new LimitScope.Venue(market.Venue);
        yield return new LimitScope.Route(market.Route);
        yield return new LimitScope.Product(market.Base);
        if (market.Underlying is { } underlying && underlying != market.Base)
            yield return new LimitScope.Product(underlying);
        yield return new LimitScope.TradableProduct(market.Market);
    }
}
