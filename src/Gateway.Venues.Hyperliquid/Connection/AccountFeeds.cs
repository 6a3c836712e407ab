using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// The two private feeds of one connection, held against what the venue shows when it is asked: the orders that have come and those that
/// have gone since the look before, and the fills since then. What came and went between two looks is not seen; an order of ours has its answer.
/// </summary>
/// <param name="overlap">How far before the last look a fill may have traded that is shown now only.</param>
/// <param name="time">The clock.</param>
internal sealed class AccountFeeds(TimeSpan overlap, TimeProvider time)
{
    private readonly Feed<OrderMove> orders = new(Names[0], time);
    private readonly Feed<string> fills = new(Names[1], time);

    // By the names of the dexs that were asked about; null: there was no look yet.
    private IReadOnlyDictionary<string, IReadOnlySet<long>>? standing;
    private DateTimeOffset lookedAt;

    /// <summary>What the venue calls them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["orderUpdates", "userFills"];

    /// <summary>Which feed has missed something, and what, in a sentence; null: none has, as far as is known.</summary>
    public (string Feed, string Cause)? Missed =>
        orders.Missed is { } update ? (orders.Name, update)
        : fills.Missed is { } fill ? (fills.Name, fill)
        : null;

    public void Hear(in OrderReport report)
    {
        orders.Tell(new(report.ExchangeOrderId, HasGone: false));
        if (report.Fate is not OrderFate.Live)
            orders.Tell(new(report.ExchangeOrderId, HasGone: true));
    }

    public void Hear(UserFill fill) => fills.Tell(WordsOf(fill));

    /// <summary>A look at the venue has shown this; the first one is what the later ones are held against.</summary>
    /// <param name="open">The open orders of each dex that was asked about.</param>
    /// <param name="traded">The fills since the look before, and longer.</param>
    /// <param name="at">A moment before the look, by the venue's clock.</param>
    public void Show(IReadOnlyDictionary<string, IReadOnlySet<long>> open, IReadOnlyList<UserFill> traded, DateTimeOffset at)
    {
        if (standing is { } before)
        {
            orders.Show(open.Where(dex => before.ContainsKey(dex.Key)).SelectMany(dex => ChangesOf(before[dex.Key], dex.Value)));
            // What is older came with the snapshot that the feed begins with, or was shown before.
            var since = (lookedAt - overlap).ToUnixTimeMilliseconds();
            fills.Show(traded.Where(fill => fill.Time is null || fill.Time >= since).Select(WordsOf));
        }

        (standing, lookedAt) = (open, at);
    }

    /// <summary>Watches until a feed has missed something.</summary>
    /// <exception cref="Transport.TransportException">It has.</exception>
    public Task WatchAsync(CancellationToken cancellationToken) => Together.RunAsync(cancellationToken, orders.WatchAsync, fills.WatchAsync);

    private static IEnumerable<OrderMove> ChangesOf(IReadOnlySet<long> before, IReadOnlySet<long> now) =>
        now.Except(before).Select(order => new OrderMove(order, HasGone: false))
            .Concat(before.Except(now).Select(order => new OrderMove(order, HasGone: true)));

    private static string WordsOf(UserFill fill) => $"fill {fill.Key}";
}
