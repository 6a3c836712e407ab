using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What the venue checks before an order may meet the book, with its texts.</summary>
internal static class OrderRules
{
    private const decimal MinNotional = 10;
    private const decimal PerpBand = 0.80m;
    private const decimal SpotBand = 0.95m;

    // A limit order may be ten times as large as a market order.
    private const int LimitOrderFactor = 10;

    /// <summary>
    /// Checks that depend on the payload and the reference price alone: they run before any order of the batch is placed, and
    /// one failure is the lone answer for the whole batch.
    /// </summary>
    public static Refusal? BeforeBatch(OrderTerms order, Market market)
    {
        if (order.LimitPx <= 0)
            return new("Order has invalid price.", Status: null);
        if (order.Sz == 0)
            return new("Order has zero size.", Status: null);
        if (order.Sz < 0 || !order.Instrument.AcceptsSize(order.Sz))
            return new("Order has invalid size.", Status: null);
        var band = order.Instrument is Perp ? PerpBand : SpotBand;
        if (order.Instrument.AcceptsPrice(order.LimitPx) && Math.Abs(order.LimitPx - market.MarkPx) > band * market.MarkPx)
            return new($"Order price cannot be more than {band:0%} away from the reference price", Status: null);
        return null;
    }

    /// <summary>Checks of one order against its market and account; each failure concerns that order only.</summary>
    public static Refusal? Check(OrderTerms order, Account account, Market market, Func<Instrument, Market> marketOf)
    {
        var suffix = $" asset={order.Instrument.Asset}";
        if (order.Instrument.IsDelisted)
            return new("Trading is halted." + suffix, OrderStatus.Rejected);
        if (!order.Instrument.AcceptsPrice(order.LimitPx))
            return new("Price must be divisible by tick size." + suffix, "tickRejected");
        if (order.Cloid is { } cloid && account.Find(cloid) is { IsOpen: true })
            return new("Duplicate client order id." + suffix, OrderStatus.Rejected);
        return order.Instrument switch
        {
            Perp perp => CheckPerp(order, perp, account, suffix, marketOf),
            SpotPair pair => CheckSpot(order, pair, account, suffix),
            _ => null,
        }
        ?? CheckPostOnly(order, market, suffix);
    }

    private static Refusal? CheckPerp(OrderTerms order, Perp perp, Account account, string suffix, Func<Instrument, Market> marketOf)
    {
        var szi = account.SziIn(perp);
        var reduces = order.IsBuy ? szi < 0 : szi > 0;
        var closesAll = reduces && (order.Sz == Math.Abs(szi) || (order.ReduceOnly && order.Sz > Math.Abs(szi)));
        if (order.ReduceOnly && !reduces)
            return new("Reduce only order would increase position." + suffix, "reduceOnlyRejected");
        if (order.Notional < MinNotional && !closesAll)
            return new("Order must have minimum value of $10." + suffix, "minTradeNtlRejected");
        var most = perp.MaxMarketOrderNtl * (order.Tif == TimeInForce.FrontendMarket ? 1 : LimitOrderFactor);
        if (order.Notional > most)
            return new($"Order value too large. Max is ${most:0}.", OrderStatus.Rejected);
        return new Margin(account, marketOf).Allows(order)
            ? null
            : new("Insufficient margin to place order." + suffix, "perpMarginRejected");
    }

    private static Refusal? CheckSpot(OrderTerms order, SpotPair pair, Account account, string suffix)
    {
        if (order.ReduceOnly)
            return new("Reduce only order would increase position." + suffix, "reduceOnlyRejected");
        if (order.Notional < MinNotional)
            return new($"Order must have minimum value of 10 {pair.Quote.Name}." + suffix, "minTradeSpotNtlRejected");
        var (token, needed) = order.IsBuy ? (pair.Quote, order.Notional) : (pair.Base, order.Sz);
        return account.IsHouse || needed <= account.BalanceOf(token).Total - account.Hold(token)
            ? null
            : new("Insufficient spot balance" + suffix, "insufficientSpotBalanceRejected");
    }

    private static Refusal? CheckPostOnly(OrderTerms order, Market market, string suffix)
    {
        var wouldMatch = order.Tif == TimeInForce.Alo && market.Book.Best(!order.IsBuy) is { } best
            && (order.IsBuy ? order.LimitPx >= best.LimitPx : order.LimitPx <= best.LimitPx);
        if (!wouldMatch)
            return null;
        var bid = Decimals.Trim(market.Book.BestBid?.LimitPx ?? 0);
        var ask = Decimals.Trim(market.Book.BestAsk?.LimitPx ?? 0);
        return new($"Post only order would have immediately matched, bbo was {bid}@{ask}." + suffix, "badAloPxRejected");
    }
}
