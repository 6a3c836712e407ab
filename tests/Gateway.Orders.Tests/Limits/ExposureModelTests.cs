using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>A million random events: counters that are carried along equal counters that are added up anew.</summary>
public sealed class ExposureModelTests
{
    private const int Events = 1_000_000;
    private const int EventsBetweenComparisons = 4_000;
    private const int EventsBetweenVerdicts = 200;

    private static readonly MarketNames[] Markets =
    [
        Trading.Perpetual("BTC"), Trading.Perpetual("BTC", route: "SLOW"), Trading.Perpetual("ETH"), Trading.Perpetual("BTC", "ELSEWHERE"), Spot("BTC"),
    ];

    private static readonly Party[] Parties =
    [
        new(new("A"), "T", "D"), new(new("A"), "U", "D"), new(new("B"), "T", "D"), new(new("B"), "V", "E"),
    ];

    // The account trades without us: nobody ordered.
    private static readonly Party Nobody = new(new("B"), null, "E");

    private static readonly LimitSet[] Sets =
    [
        new LimitSet.Firm(), new LimitSet.Desk("D"), new LimitSet.Desk("E"), new LimitSet.Trader("T"), new LimitSet.Trader("U"),
        new LimitSet.Trader("V"), new LimitSet.Account(new("A")), new LimitSet.Account(new("B")),
    ];

    private static readonly LimitSet[] Defaults = [new LimitSet.DeskDefault(), new LimitSet.TraderDefault(), new LimitSet.AccountDefault()];

    private static readonly LimitScope[] Scopes =
    [
        new LimitScope.Global(),
        .. Markets.SelectMany(market => (LimitScope[])
        [
            new LimitScope.Venue(market.Venue), new LimitScope.Route(market.Route), new LimitScope.Product(market.Base),
            new LimitScope.TradableProduct(market.Market),
        ]).Distinct(),
        new LimitScope.Product(new("BTC Crypto")), new LimitScope.Product(new("ETH Crypto")),
    ];

    private readonly Random random = new(20261120);
    private readonly LimitBook book = new();
    private readonly MarkBook marks = new(new Dictionary<ProductId, decimal>());
    private readonly ExposureBook exposures;
    private readonly LimitCheck check;
    private readonly RecomputedExposure model;
    private int refusals;
    private int passes;

    public ExposureModelTests()
    {
        exposures = new(book, marks);
        check = new(book, WhenUnset.Allow);
        model = new(book) { Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) };
    }

    [Fact]
    public void Carries_along_what_adding_up_anew_gives()
    {
        Set(new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(60)), new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(10)));
        foreach (var market in Markets)
            Mark(market);
        for (var number = 1; number <= Events; number++)
        {
            Step();
            if (number % EventsBetweenVerdicts == 0)
                CompareVerdict(number);
            if (number % EventsBetweenComparisons == 0)
                CompareCounters(number);
        }

        // A run that never refuses or never passes would show nothing.
        Assert.InRange(refusals, 500, int.MaxValue);
        Assert.InRange(passes, 500, int.MaxValue);
    }

    private void Step()
    {
        switch (random.Next(100))
        {
            case < 30 when model.Open.Count < 40:
                Place();
                break;
            case < 55 when model.Open.Count > 0:
                FillOne();
                break;
            case < 75 when model.Open.Count > 0:
                EndOne();
                break;
            case < 80:
                Fill(new(Nobody, Pick(Markets), PickSide(), Lots(), model.Now - TimeSpan.FromSeconds(random.Next(30))));
                break;
            case < 90:
                Mark(Pick(Markets));
                break;
            case < 99:
                Pass(random.Next(500) == 0 ? 45 : random.NextDouble());
                break;
            default:
                SetSomething();
                break;
        }
    }

    private void Place()
    {
        RecomputedExposure.Trade order = new(Pick(Parties), Pick(Markets), PickSide(), Lots(), model.Now);
        model.Open.Add(order);
        ExposureBook.Open(exposures.Of(order.Party, order.Market), order.Side, order.Quantity);
    }

    private void FillOne()
    {
        var order = Pick(model.Open);
        var quantity = Math.Min(order.Quantity, Lots());
        Close(order, quantity);
        Fill(new(order.Party, order.Market, order.Side, quantity, model.Now));
    }

    private void EndOne()
    {
        var order = Pick(model.Open);
        Close(order, order.Quantity);
    }

    private void Close(RecomputedExposure.Trade order, decimal quantity)
    {
        order.Quantity -= quantity;
        if (order.Quantity == 0)
            model.Open.Remove(order);
        ExposureBook.Open(exposures.Of(order.Party, order.Market), order.Side, -quantity);
    }

    private void Fill(RecomputedExposure.Trade trade)
    {
        model.Fill(trade);
        exposures.Fill(exposures.Of(trade.Party, trade.Market), trade.Side, trade.Quantity, trade.Time, model.Now);
    }

    private void Mark(MarketNames market)
    {
        var price = random.Next(1, 1_000_000) / 10_000m;
        model.Mark(market.Base, price);
        marks.Update(market.Base, new(price), model.Now, model.Now);
    }

    private void Pass(double seconds)
    {
        model.Now += TimeSpan.FromSeconds(seconds);
        exposures.Advance(model.Now);
    }

    private void SetSomething()
    {
        var whose = random.Next(3) == 0 ? Pick(Defaults) : Pick(Sets);
        switch (random.Next(8))
        {
            case 0:
                Set(new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(random.Next(20))));
                break;
            case 1:
                Set(new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(random.Next(20, 90))));
                break;
            case 2:
                Set(new SetEnforcing(whose, random.Next(3) > 0));
                break;
            default:
                LimitAmount? amount = random.Next(6) switch { < 3 => null, 3 => LimitAmount.Unlimited, _ => new(random.Next(400_000)) };
                Set(new AmountLimit(Pick(AmountKind.All), whose, Pick(Scopes), amount));
                break;
        }
    }

    private void Set(params Limit[] limits)
    {
        model.Retire();
        book.Set([.. limits]);
        exposures.Advance(model.Now);
    }

    private void CompareVerdict(int number)
    {
        RecomputedExposure.Trade order = new(Pick(Parties), Pick(Markets), PickSide(), Lots(), model.Now);
        model.Retire();
        var price = model.MarkOf(order.Market.Base) ?? 1;
        var verdict = check.Judge(
            new(exposures.Of(order.Party, order.Market), order.Side, new(order.Quantity), new(price), ReduceOnly: false), model.Now);
        var (refusal, unenforced) = model.Judge(order);
        Assert.True(
            refusal is null ? verdict.Refusal is null : verdict.Refusal is { } found && $"{found.Limit}, {found.Message}".Contains(refusal),
            $"Event {number}: expected {refusal ?? "to pass"}, got {verdict.Refusal?.Message ?? "it passed"}");
        Assert.Equal(unenforced, verdict.Unenforced.Length);
        refusals += refusal is null ? 0 : 1;
        passes += refusal is null ? 1 : 0;
    }

    private void CompareCounters(int number)
    {
        model.Retire();
        foreach (var whose in Sets)
        {
            foreach (var which in Scopes)
            {
                var open = model.MaxOpen(whose, which);
                decimal[] expected = [open, open + model.RecentlyFilled(whose, which), model.MaxFilled(whose, which)];
                var counted = exposures.InUse(whose, which).Select(measure => measure.Value);
                Assert.True(expected.SequenceEqual(counted), $"Event {number}, {whose}, {which}: {string.Join(", ", expected)} are {string.Join(", ", counted)}");
            }
        }
    }

    private static MarketNames Spot(string symbol)
    {
        ProductId coin = new($"{symbol} Crypto");
        ProductId quote = new("USDC Crypto");
        return new(MarketId.Of(coin, quote, new("HYPERLIQUID"), new("DIRECT")), coin, quote, null, new("HYPERLIQUID"), new("DIRECT"));
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private Side PickSide() => random.Next(2) == 0 ? Side.Buy : Side.Sell;

    private decimal Lots() => random.Next(1, 100_000) / 1_000m;
}
