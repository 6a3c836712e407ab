using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>A little exchange floor without an engine: orders are judged, counted, filled and taken out by hand.</summary>
internal sealed class Trading
{
    public const string AccountName = "DEFAULT";
    private readonly List<Working> orders = [];
    private readonly LimitCheck check;

    public Trading(IReadOnlyDictionary<ProductId, decimal>? pins = null, WhenUnset whenUnset = WhenUnset.Allow)
    {
        Marks = new(pins ?? new Dictionary<ProductId, decimal>());
        Exposures = new(Book, Marks);
        check = new(Book, whenUnset);
    }

    public static MarketNames Btc { get; } = Perpetual("BTC");

    public static MarketNames Eth { get; } = Perpetual("ETH");

    public LimitBook Book { get; } = new();

    public MarkBook Marks { get; }

    public ExposureBook Exposures { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>BTC is worth 100 and ETH 10.</summary>
    public static Trading Pinned(WhenUnset whenUnset = WhenUnset.Allow) =>
        new(new Dictionary<ProductId, decimal> { [Btc.Base] = 100, [Eth.Base] = 10 }, whenUnset);

    public static MarketNames Perpetual(string symbol, string venue = "HYPERLIQUID", string route = "DIRECT")
    {
        ProductId product = new($"{symbol}-USD {venue} Perpetual");
        ProductId quote = new("USDC Crypto");
        return new(MarketId.Of(product, quote, new(venue), new(route)), product, quote, new($"{symbol} Crypto"), new(venue), new(route));
    }

    public void Set(params Limit[] limits) => Book.Set([.. limits]);

    public void Set(string kind, LimitSet whose, LimitScope which, decimal? amount) =>
        Set(new AmountLimit(AmountKind.Of(kind)!, whose, which, amount is { } dollars ? new LimitAmount(dollars) : null));

    public LimitVerdict Judge(string trader, MarketNames market, Side side, decimal quantity, decimal? price = null, bool reduceOnly = false)
    {
        Exposures.Advance(Now);
        var footprint = Exposures.Of(new(new(AccountName), trader, "D"), market);
        var mark = MarkBook.ReferenceOf(footprint, Now) ?? 1;
        return check.Judge(new(footprint, side, new(quantity), new(price ?? mark), reduceOnly), Now);
    }

    /// <summary>Places an order that must pass without an alert.</summary>
    public int Place(string trader, MarketNames market, Side side, decimal quantity)
    {
        var verdict = Judge(trader, market, side, quantity);
        Assert.Null(verdict.Refusal);
        Assert.Empty(verdict.Unenforced);
        return Reserve(trader, market, side, quantity);
    }

    public int Reserve(string trader, MarketNames market, Side side, decimal quantity)
    {
        Working order = new(Exposures.Of(new(new(AccountName), trader, "D"), market), side) { Remaining = quantity };
        ExposureBook.Open(order.Footprint, side, quantity);
        orders.Add(order);
        return orders.Count - 1;
    }

    public void Fill(int number, decimal quantity)
    {
        var order = orders[number];
        order.Remaining -= quantity;
        ExposureBook.Open(order.Footprint, order.Side, -quantity);
        Exposures.Fill(order.Footprint, order.Side, quantity, Now, Now);
    }

    public void Out(int number)
    {
        var order = orders[number];
        ExposureBook.Open(order.Footprint, order.Side, -order.Remaining);
        order.Remaining = 0;
    }

    public void Pass(TimeSpan time)
    {
        Now += time;
        Exposures.Advance(Now);
    }

    public decimal InUse(string kind, LimitSet whose, LimitScope which) =>
        Exposures.InUse(whose, which).Single(measure => measure.Key == kind).Value;

    private sealed class Working(Footprint footprint, Side side)
    {
        public Footprint Footprint { get; } = footprint;

        public Side Side { get; } = side;

        public decimal Remaining { get; set; }
    }
}
