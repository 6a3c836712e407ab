using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What the venue checks before an order may meet the book, with its texts.</summary>
internal static class OrderRules
{
    private const decimal MinNotional = 10;
    private const decimal PerpBand = 0.80m;
    private const decimal SpotBand = 0.95m;

    private const decimal VolumePerOpenOrder = 5_000_000;
    private const long MostEarnedOpenOrders = 4_000;

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
        if (order is { Sz: 0, FollowsPosition: false })
            return new("Order has zero size.", Status: null);
        if (order.Sz < 0 || !order.Instrument.AcceptsSize(order.Sz))
            return new("Order has invalid size.", Status: null);
        if (order.Builder is { } builder && !builder.IsAllowedOn(order.Instrument))
            return new("Builder fee is too high.", Status: null);
        var band = order.Instrument is Perp ? PerpBand : SpotBand;
        var reference = order.Trigger?.Px ?? market.MarkPx;
        if (order.Instrument.AcceptsPrice(order.LimitPx) && Math.Abs(order.LimitPx - reference) > band * reference)
            return new($"Order price cannot be more than {band:0%} away from the reference price", Status: null);
        return null;
    }

    /// <summary>Whether the account may have one more open order; protective ones are the first that may not.</summary>
    public static Refusal? CheckRoom(OrderTerms order, Account account, VenueLimits limits)
    {
        var first = order.ReduceOnly || order.Trigger is not null;
        var earned = Math.Min((long)(account.CumVlm / VolumePerOpenOrder), MostEarnedOpenOrders);
        return account.IsHouse || account.OpenOrderCount < (first ? limits.OpenOrders : limits.OpenOrders + earned)
            ? null
            : new("Too many open orders." + Suffix(order), "tooManyOpenOrdersRejected");
    }

    /// <summary>Checks of one order against its market and account; each failure concerns that order only.</summary>
    public static Refusal? Check(OrderTerms order, Account account, Market market, Funds funds)
    {
        return CheckTerms(order, account)
            ?? CheckReduceOnly(order, account)
            ?? CheckNotional(order, account)
            ?? CheckAccount(order, account, funds)
            ?? CheckPostOnly(order, market);
    }

    /// <summary>Checks of an order that waits for its trigger; what its account can carry is checked when it fires.</summary>
    public static Refusal? CheckWaiting(OrderTerms order, Account account, decimal referencePx)
    {
        var trigger = order.Trigger!;
        if (CheckTerms(order, account) is { } refusal)
            return refusal;
        if (!order.Instrument.AcceptsPrice(trigger.Px))
            return new("Price must be divisible by tick size." + Suffix(order), "tickRejected");
        var isBeyond = trigger.IsMarket && (order.IsBuy ? order.LimitPx < trigger.Px : order.LimitPx > trigger.Px);
        if (trigger.Px <= 0 || isBeyond || trigger.IsReachedAt(referencePx, order.IsBuy))
            return new("Invalid TP/SL price." + Suffix(order), "badTriggerPxRejected");
        return order.FollowsPosition ? null : CheckNotional(order, account);
    }

    /// <summary>Checks of an order whose trigger has fired.</summary>
    public static Refusal? CheckFired(OrderTerms order, Account account, Funds funds) =>
        CheckReduceOnly(order, account) ?? CheckAccount(order, account, funds);

    /// <summary>Whether an order is on the side that makes the position smaller.</summary>
    public static bool Reduces(OrderTerms order, Account account) =>
        order.Instrument is Perp perp && (order.IsBuy ? account.SziIn(perp) < 0 : account.SziIn(perp) > 0);

    public static Refusal WouldIncrease(OrderTerms order) =>
        new("Reduce only order would increase position." + Suffix(order), "reduceOnlyRejected");

    /// <summary>Why an immediate order that found no counterpart ends.</summary>
    public static Refusal MeetsNobody(Order order) => order.IsTriggered
        ? new("No liquidity available for market order." + Suffix(order.Terms), "marketOrderNoLiquidityRejected")
        : new("Order could not immediately match against any resting orders." + Suffix(order.Terms), "iocCancelRejected");

    private static string Suffix(OrderTerms order) => $" asset={order.Instrument.Asset}";

    private static Refusal? CheckTerms(OrderTerms order, Account account)
    {
        if (order.Instrument.IsDelisted)
            return new("Trading is halted." + Suffix(order), OrderStatus.Rejected);
        if (!order.Instrument.AcceptsPrice(order.LimitPx))
            return new("Price must be divisible by tick size." + Suffix(order), "tickRejected");
        return order.Cloid is { } cloid && account.Find(cloid) is { IsOpen: true }
            ? new("Duplicate client order id." + Suffix(order), OrderStatus.Rejected)
            : null;
    }

    // An order that closes the whole position may be as small as the position.
    private static Refusal? CheckNotional(OrderTerms order, Account account)
    {
        if (order.Notional >= MinNotional)
            return null;
        if (order.Instrument is SpotPair pair)
            return new($"Order must have minimum value of 10 {pair.Quote.Name}." + Suffix(order), "minTradeSpotNtlRejected");
        var held = order.Instrument is Perp perp ? Math.Abs(account.SziIn(perp)) : 0;
        var closesAll = Reduces(order, account) && (order.Sz == held || (order.ReduceOnly && order.Sz > held));
        return closesAll ? null : new("Order must have minimum value of $10." + Suffix(order), "minTradeNtlRejected");
    }

    private static Refusal? CheckReduceOnly(OrderTerms order, Account account) =>
        order.ReduceOnly && !Reduces(order, account) ? WouldIncrease(order) : null;

    private static Refusal? CheckAccount(OrderTerms order, Account account, Funds funds) => order.Instrument switch
    {
        Perp perp => CheckPerp(order, perp, account, funds),
        SpotPair pair => CheckSpot(order, pair, account, funds),
        _ => null,
    };

    private static Refusal? CheckPerp(OrderTerms order, Perp perp, Account account, Funds funds)
    {
        var most = perp.MaxMarketOrderNtl * (order.Tif == TimeInForce.FrontendMarket ? 1 : LimitOrderFactor);
        if (order.Notional > most)
            return new($"Order value too large. Max is ${most:0}.", OrderStatus.Rejected);
        return funds.MarginOf(account, perp.Dex).Allows(order)
            ? null
            : new("Insufficient margin to place order." + Suffix(order), "perpMarginRejected");
    }

    private static Refusal? CheckSpot(OrderTerms order, SpotPair pair, Account account, Funds funds)
    {
        var (token, needed) = order.IsBuy ? (pair.Quote, order.Notional) : (pair.Base, order.Sz);
        return account.IsHouse || needed <= funds.FreeOf(account, token)
            ? null
            : new("Insufficient spot balance" + Suffix(order), "insufficientSpotBalanceRejected");
    }

    private static Refusal? CheckPostOnly(OrderTerms order, Market market)
    {
        var wouldMatch = order.Tif == TimeInForce.Alo && market.Book.Best(!order.IsBuy) is { } best
            && (order.IsBuy ? order.LimitPx >= best.LimitPx : order.LimitPx <= best.LimitPx);
        if (!wouldMatch)
            return null;
        var bid = Decimals.Trim(market.Book.BestBid?.LimitPx ?? 0);
        var ask = Decimals.Trim(market.Book.BestAsk?.LimitPx ?? 0);
        return new($"Post only order would have immediately matched, bbo was {bid}@{ask}." + Suffix(order), "badAloPxRejected");
    }
}
