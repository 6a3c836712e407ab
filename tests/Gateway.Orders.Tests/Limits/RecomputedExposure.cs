using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>The oracle: remembers every order, fill and price, and adds everything up from the start each time it is asked.</summary>
internal sealed class RecomputedExposure(LimitBook limits)
{
    private readonly List<Trade> fills = [];
    private readonly Dictionary<ProductId, (decimal Price, DateTimeOffset Time)> marks = [];

    public List<Trade> Open { get; } = [];

    public DateTimeOffset Now { get; set; }

    public int FillCount => fills.Count;

    public void Mark(ProductId product, decimal price) => marks[product] = (price, Now);

    public decimal? MarkOf(ProductId product) => IsFresh(product) ? marks[product].Price : null;

    public void Fill(Trade trade) => fills.Add(trade);

    /// <summary>Forgets for good what does not count any more.</summary>
    public void Retire() => fills.RemoveAll(fill => Now - fill.Time >= limits.FillRetire);

    public decimal MaxOpen(LimitSet whose, LimitScope which) =>
        Open.Where(order => Counts(order, whose, which)).Sum(Dollars);

    public decimal RecentlyFilled(LimitSet whose, LimitScope which) =>
        fills.Where(fill => Counts(fill, whose, which) && Now - fill.Time < limits.FillRecency).Sum(Dollars);

    public decimal MaxFilled(LimitSet whose, LimitScope which) => fills.Concat(Open).Where(trade => Counts(trade, whose, which))
        .GroupBy(trade => trade.Market.Base)
        .Sum(product => PriceOf(product.Key) * WorstOf(product.Key, whose, which));

    /// <summary>The first amount that refuses the order, and those before it that only alert.</summary>
    public (string? Refusal, int Unenforced) Judge(Trade order)
    {
        if (!IsFresh(order.Market.Base))
            return ("MarkPrice", 0);
        var unenforced = 0;
        foreach (var kinds in (string[][])[["MaxOrder"], ["MaxOpen", "MaxOpenAndRecentlyFilled", "MaxFilled"]])
        {
            foreach (var (whose, which) in from set in SetsOf(order.Party) from scope in ScopesOf(order.Market) select (set, scope))
            {
                foreach (var kind in kinds.Where(kind => IsBreached(kind, whose, which, order)))
                {
                    if (limits.IsEnforced(whose))
                        return ($"{kind}, {whose}, {which}:", unenforced);
                    unenforced++;
                }
            }
        }

        return (null, unenforced);
    }

    private bool IsBreached(string kind, LimitSet whose, LimitScope which, Trade order)
    {
        if (limits.Find(AmountKind.Of(kind)!, whose, which)?.Amount is not { IsUnlimited: false } amount)
            return false;
        if (kind == "MaxOrder")
            return Dollars(order) > amount.Dollars;
        var before = Measure(kind, whose, which);
        Open.Add(order);
        var after = Measure(kind, whose, which);
        Open.Remove(order);
        return after > before && (after > amount.Dollars || Unpriced(kind, whose, which));
    }

    private bool Unpriced(string kind, LimitSet whose, LimitScope which) => fills.Concat(Open)
        .Where(trade => Counts(trade, whose, which) && !IsFresh(trade.Market.Base))
        .Any(trade => kind switch
        {
            "MaxFilled" => WorstOf(trade.Market.Base, whose, which) != 0,
            _ => Open.Contains(trade) || (kind != "MaxOpen" && Now - trade.Time < limits.FillRecency),
        });

    private decimal Measure(string kind, LimitSet whose, LimitScope which) => kind switch
    {
        "MaxOpen" => MaxOpen(whose, which),
        "MaxFilled" => MaxFilled(whose, which),
        _ => MaxOpen(whose, which) + RecentlyFilled(whose, which),
    };

    private decimal WorstOf(ProductId product, LimitSet whose, LimitScope which)
    {
        var net = fills.Where(Is).Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
        var buys = Open.Where(order => Is(order) && order.Side == Side.Buy).Sum(order => order.Quantity);
        var sells = Open.Where(order => Is(order) && order.Side == Side.Sell).Sum(order => order.Quantity);
        return Math.Max(0, Math.Max(net + buys, -net + sells));

        bool Is(Trade trade) => trade.Market.Base == product && Counts(trade, whose, which);
    }

    private decimal Dollars(Trade trade) => trade.Quantity * PriceOf(trade.Market.Base);

    private decimal PriceOf(ProductId product) => marks.TryGetValue(product, out var mark) ? mark.Price : 0;

    private bool IsFresh(ProductId product) =>
        marks.TryGetValue(product, out var mark) && Now - mark.Time <= TimeSpan.FromSeconds(30);

    private static bool Counts(Trade trade, LimitSet whose, LimitScope which) => whose.Covers(trade.Party) && which.Covers(trade.Market);

    private static IEnumerable<LimitSet> SetsOf(Party party) =>
        [new LimitSet.Firm(), new LimitSet.Desk(party.Desk!), new LimitSet.Trader(party.Trader!), new LimitSet.Account(party.Account)];

    private static IEnumerable<LimitScope> ScopesOf(MarketNames market) =>
    [
        new LimitScope.Global(), new LimitScope.Venue(market.Venue), new LimitScope.Route(market.Route), new LimitScope.Product(market.Base),
        .. market.Underlying is { } underlying ? (LimitScope[])[new LimitScope.Product(underlying)] : [],
        new LimitScope.TradableProduct(market.Market),
    ];

    /// <summary>An open order's rest, or a fill.</summary>
    internal sealed class Trade(Party party, MarketNames market, Side side, decimal quantity, DateTimeOffset time)
    {
        public Party Party { get; } = party;

        public MarketNames Market { get; } = market;

        public Side Side { get; } = side;

        public decimal Quantity { get; set; } = quantity;

        public DateTimeOffset Time { get; } = time;
    }
}
