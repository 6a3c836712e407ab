using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<OrderLeg, bool> unanswered = new();

    public AccountName Account => account;

    public DateTimeOffset Now => time.GetUtcNow();

    public ILogger Logger => log;

    public Cloid CloidOf(OrderLeg leg) => Cloid.Of(instance, leg);

    /// <summary>Remembers that the venue's number stands for our order.</summary>
    public void Recognise(long exchangeOrderId, OrderLeg order) => exchangeOrders.Add(exchangeOrderId, order);

    /// <summary>An answer to the order's post is to come, or to be given up.</summary>
    public void ExpectAnswer(OrderLeg order) => unanswered[order] = true;

    /// <summary>The answer has been reported, or given up.</summary>
    public void EndAnswer(OrderLeg order) => unanswered.TryRemove(order, out _);

    /// <summary>The dex on which a market is traded; empty: the venue's own, which tells of spot, too.</summary>
    public string DexOf(MarketId market) => markets.Current.Find(market) is { } asset ? DexReading.NameIn(asset.Coin) : "";

    /// <summary>The leg of our order; null where it is somebody else's.</summary>
    public OrderLeg? OrderOf(string? cloid, long? exchangeOrderId)
    {
        if (cloid is not null && Cloid.TryRead(cloid, instance, out var named))
            return named;
        return exchangeOrderId is { } number ? exchangeOrders.Find(number) : null;
    }

    public ValueTask ReportAsync(VenueEvent news, CancellationToken cancellationToken) => listener.ReportAsync(news, cancellationToken);

    public ValueTask ReportAsync(IReadOnlyList<VenueEvent> news, CancellationToken cancellationToken) => listener.ReportAsync(news, cancellationToken);

    /// <summary>Reports what an order's status says, of an order of ours or of somebody else's.</summary>
    public ValueTask ReportAsync(OrderReport report, CancellationToken cancellationToken)
    {
        if (OrderOf(report.Cloid, report.ExchangeOrderId) is not { } order)
            return ForeignOf(report) is { } foreign ? ReportAsync(foreign, cancellationToken) : ValueTask.CompletedTask;
        Recognise(report.ExchangeOrderId, order);
        // A stream tells a rejection by one word and perhaps first; the answer to the post tells it in the venue's own sentence.
        if (report.Fate == OrderFate.Rejected && unanswered.ContainsKey(order))
            return ValueTask.CompletedTask;
        if (EventOf(order, report) is { } news)
            return ReportAsync(news, cancellationToken);
        Log.UnknownStatus(log, order.Order, account, report.Status);
        return ValueTask.CompletedTask;
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

        var order = OrderOf(fill.Cloid, fill.ExchangeOrderId);
        return ReportAsync(new VenueEvent.OrderFilled(order?.Order, read, order?.Number ?? 0), cancellationToken);
    }

    // One whose terms cannot be read could not be counted.
    private VenueEvent.ForeignOrder? ForeignOf(OrderReport report)
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
    private VenueEvent? EventOf(OrderLeg leg, OrderReport report)
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

    // Whoever takes the other side is told of the liquidation, too. Where the venue does not say whose it was, an order of
    // ours tells that it was not this account's.
    private bool IsLiquidation(UserFill fill) => fill.IsOfLiquidation && (fill.LiquidatedUser is { } user
        ? string.Equals(user, address.ToString(), StringComparison.OrdinalIgnoreCase)
        : OrderOf(fill.Cloid, fill.ExchangeOrderId) is null);

    private static bool IsWhole(Fill fill) => fill is
    {
        Market: not null, Side: not null, Price: not null, Quantity: not null, ExchangeFillId: not null, ExchangeOrderId: not null,
        Fee: not null, FeeProduct: not null, Liquidity: not null, TradeTime: not null,
    };
}
