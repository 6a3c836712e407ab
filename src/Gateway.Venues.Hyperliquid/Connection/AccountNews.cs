using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>Turns the venue's news of one account into our events, whatever road it comes by.</summary>
internal sealed class AccountNews(
    AccountName account, Address address, GatewayInstance instance, IVenueListener listener, HyperliquidMarkets markets, TimeProvider time, ILogger log)
{
    private readonly ExchangeOrders exchangeOrders = new();
    private readonly Lock gate = new();
    private readonly HashSet<OrderLeg> unanswered = [];

    public AccountName Account => account;

    public DateTimeOffset Now => time.GetUtcNow();

    public ILogger Logger => log;

    public Cloid CloidOf(OrderLeg leg) => Cloid.Of(instance, leg);

    /// <summary>Remembers that the venue's number stands for our order.</summary>
    /// <param name="exchangeOrderId">The venue's number.</param>
    /// <param name="order">The leg of our order.</param>
    /// <param name="isAnswered">Whether its answer tells that it stands, and is reported: then the feed's word for the same is no news.</param>
    public void Recognise(long exchangeOrderId, OrderLeg order, bool isAnswered = false) => exchangeOrders.Add(exchangeOrderId, order, isAnswered);

    /// <summary>An answer to the order's post is to come, or to be given up.</summary>
    public void ExpectAnswer(OrderLeg order)
    {
        lock (gate)
            unanswered.Add(order);
    }

    /// <summary>The answer has been reported, or given up.</summary>
    public void EndAnswer(OrderLeg order)
    {
        lock (gate)
            unanswered.Remove(order);
    }

    /// <summary>The dex on which a market is traded; empty: the venue's own, which tells of spot, too.</summary>
    public string DexOf(MarketId market) => markets.Current.Find(market) is { } asset ? DexReading.NameIn(asset.Coin) : "";

    /// <summary>The leg of our order; null where it is somebody else's.</summary>
    public OrderLeg? OrderOf(Cloid? cloid, long? exchangeOrderId)
    {
        var known = exchangeOrderId is { } number ? exchangeOrders.Find(number) : null;
        // A cloid counts for more than a number. To prove one takes longer than all else here, and is needless where they say the same.
        return cloid is { } name && !(known is { } leg && name.States(instance, leg)) && name.TryRead(instance, out var named) ? named : known;
    }

    public ValueTask ReportAsync(VenueEvent news, CancellationToken cancellationToken) => listener.ReportAsync(news, cancellationToken);

    public ValueTask ReportAsync(IReadOnlyList<VenueEvent> news, CancellationToken cancellationToken) => listener.ReportAsync(news, cancellationToken);

    /// <summary>Reports what an order's status says, of an order of ours or of somebody else's.</summary>
    public ValueTask ReportAsync(OrderReport report, CancellationToken cancellationToken) =>
        EventOf(OrderOf(report.Cloid, report.ExchangeOrderId), report) is { } news ? ReportAsync(news, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>What the feed says of an order; null: no news, such as that an order stands whose answer has told that already.</summary>
    public VenueEvent? ToldOf(OrderLeg? order, in OrderReport report) =>
        order is { } leg && report.Status is OrderStatusWord.Open && exchangeOrders.TryTakeAnswered(report.ExchangeOrderId, leg)
            ? null
            : EventOf(order, report);

    // Null: no news.
    private VenueEvent? EventOf(OrderLeg? order, in OrderReport report)
    {
        if (order is not { } leg)
            return ForeignOf(report);
        Recognise(report.ExchangeOrderId, leg);
        // A stream tells a rejection by one word and perhaps first; the answer to the post tells it in the venue's own sentence.
        if (report.Fate == OrderFate.Rejected && IsUnanswered(leg))
            return null;
        var news = EventOf(leg, report);
        if (news is null)
            Log.UnknownStatus(log, leg.Order, account, report.Status);
        return news;
    }

    private bool IsUnanswered(OrderLeg order)
    {
        lock (gate)
            return unanswered.Contains(order);
    }

    /// <summary>Reports a fill, ours or not, readable or not.</summary>
    public ValueTask ReportAsync(UserFill fill, CancellationToken cancellationToken)
    {
        var asset = fill.Coin is { } coin ? markets.Current.Find(coin) : null;
        var feeProduct = fill.FeeToken is { } token ? markets.Current.ProductOf(token) : null;
        var read = new Fill
        {
            Account = account,
            Key = fill.Key,
            Market = asset?.Market.Id,
            Side = fill.Side,
            Price = fill.Price is { } price and > 0 ? new Price(price) : null,
            Quantity = fill.Size is { } size and > 0 ? new Quantity(size) : null,
            ExchangeFillId = fill.TradeId?.ToString(),
            ExchangeOrderId = fill.ExchangeOrderId?.ToString(),
            Fee = fill.Fee,
            FeeProduct = feeProduct,
            Liquidity = fill.Crossed switch
            {
                true => Liquidity.Taker,
                false => Liquidity.Maker,
                null => null,
            },
            IsLiquidation = IsLiquidation(fill),
            TradeTime = fill.Time is { } at and > 0 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            ReceivedTime = Now,
        };
        if (!IsWhole(read))
        {
            Log.AberrantFill(log, account, fill.Raw);
            read = read with { Raw = fill.Raw };
        }

        var order = OrderOf(fill);
        return ReportAsync(new VenueEvent.OrderFilled(order?.Order, read, order?.Number ?? 0), cancellationToken);
    }

    // One whose terms cannot be read could not be counted.
    private VenueEvent.ForeignOrder? ForeignOf(in OrderReport report)
    {
        DoneCause? ended = report.Fate switch
        {
            OrderFate.Filled => DoneCause.Filled,
            OrderFate.Canceled or OrderFate.Rejected => DoneCause.Canceled,
            _ => null,
        };
        if (ended is null && report.Fate is not OrderFate.Live)
            return null;
        if (markets.Current.Find(report.Coin) is not { } asset || report is not { Side: { } side, Price: { } price and > 0 }
            || (report.OriginalSize ?? report.RemainingSize) is not { } size || size <= 0)
        {
            Log.ForeignOrderUnreadable(log, account, report.ExchangeOrderId, report.Coin);
            return null;
        }

        var filled = ended is DoneCause.Filled ? size : Math.Max(0, size - (report.RemainingSize ?? size));
        return new(
            account,
            report.ExchangeOrderId.ToString(),
            new(asset.Market.Id, side, new(price), new(size), report.ReduceOnly),
            new(filled),
            ended,
            report.Status,
            Now);
    }

    /// <summary>What a status means; null for a word that is not known.</summary>
    private VenueEvent? EventOf(OrderLeg leg, in OrderReport report)
    {
        var number = report.ExchangeOrderId.ToString();
        var order = leg.Order;
        return report.Fate switch
        {
            OrderFate.Live => new VenueEvent.OrderAcknowledged(account, order, number, Now, leg.Number),
            OrderFate.Filled => new VenueEvent.OrderDone(account, order, DoneCause.Filled, report.Executed, report.Status, number, Now, leg.Number),
            OrderFate.Canceled => new VenueEvent.OrderDone(account, order, DoneCause.Canceled, report.Executed, report.Status, number, Now, leg.Number),
            OrderFate.Rejected => new VenueEvent.OrderRejected(account, order, report.Status, number, Now, leg.Number),
            _ => null,
        };
    }

    private OrderLeg? OrderOf(UserFill fill) => OrderOf(Cloid.TryParse(fill.Cloid, out var cloid) ? cloid : null, fill.ExchangeOrderId);

    // Whoever takes the other side is told of the liquidation, too. Where the venue does not say whose it was, an order of
    // ours tells that it was not this account's.
    private bool IsLiquidation(UserFill fill) => fill.IsOfLiquidation && (fill.LiquidatedUser is { } user
        ? string.Equals(user, address.ToString(), StringComparison.OrdinalIgnoreCase)
        : OrderOf(fill) is null);

    private static bool IsWhole(Fill fill) => fill is
    {
        Market: not null, Side: not null, Price: not null, Quantity: not null, ExchangeFillId: not null, ExchangeOrderId: not null,
        Fee: not null, FeeProduct: not null, Liquidity: not null, TradeTime: not null,
    };
}
