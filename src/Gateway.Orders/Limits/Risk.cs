using Gateway.Orders.Halts;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// What stands between an intent and an order: limits, halts, and what everybody has at stake. Limits, halts and quantities
/// are made of journal events; prices are told, and are nothing that is remembered.
/// </summary>
internal sealed class Risk
{
    private readonly LimitOptions options;

    public Risk(LimitOptions options)
    {
        this.options = options;
        Marks = new MarkBook(options.PinnedPrices.ToDictionary(pin => new ProductId(pin.Product), pin => pin.Dollars));
        Exposures = new ExposureBook(Limits, Marks);
        Check = new LimitCheck(Limits, options.WhenUnset);
    }

    public LimitBook Limits { get; } = new();

    public HaltBook Halts { get; } = new();

    public MarkBook Marks { get; }

    public ExposureBook Exposures { get; }

    public LimitCheck Check { get; }

    /// <summary>
    /// Counts what an order holds open now instead of what it held before: whatever might still trade, unanswered, canceling and stale
    /// orders included.
    /// </summary>
    public void Count(Order? before, Order after)
    {
        var change = after.Rest().Value - (before?.Rest().Value ?? 0);
        if (change != 0)
            ExposureBook.Open(Exposures.Of(PartyOf(after), MarketNames.Of(after.Terms)), after.Terms.Side, change);
    }

    /// <summary>Counts a fill, as of when it traded; what is not known of it cannot be counted.</summary>
    /// <param name="fill">The trade.</param>
    /// <param name="order">The order it filled; null: none of ours, so it counts for the account and its desk.</param>
    /// <param name="market">Where, if it is known.</param>
    /// <param name="now">When it is written down.</param>
    public void Count(Fill fill, Order? order, MarketNames? market, DateTimeOffset now)
    {
        if (market is not { } names || fill is not { Quantity: { } quantity } || (fill.Side ?? order?.Terms.Side) is not { } side)
            return;
        var party = order is not null ? PartyOf(order) : NobodyOn(fill.Account);
        var traded = fill.TradeTime is { } time && time < fill.ReceivedTime ? time : fill.ReceivedTime;
        Exposures.Fill(Exposures.Of(party, names), side, quantity.Value, traded, now);
    }

    /// <summary>Counts the fills that counted in another process, as of that time; nothing is counted yet.</summary>
    public void Restore(IEnumerable<CountedFill> fills, DateTimeOffset asOf) => Exposures.Restore(
        fills.Select(fill => fill with
        {
            // The desk of an account is said anew by every configuration.
            Footprint = Exposures.Of(fill.Footprint.Party is { Trader: null, Account: var account } ? NobodyOn(account) : fill.Footprint.Party, fill.Footprint.Market),
        }),
        asOf);

    private Party PartyOf(Order order) => order.IsForeign ? NobodyOn(order.Terms.Account) : Party.Of(order);

    private Party NobodyOn(AccountName account) =>
        new(account, Trader: null, options.AccountDesks.TryGetValue(account.Value, out var desk) ? desk : null);
}
