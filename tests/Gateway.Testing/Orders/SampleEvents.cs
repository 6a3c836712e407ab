using Gateway.Orders;
using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Testing.Orders;

/// <summary>Events of every kind, with every field set and with every field left out that can be.</summary>
public static class SampleEvents
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 6, 1, 2, TimeSpan.Zero);

    public static IEnumerable<JournalEvent> All =>
    [
        new JournalOpened(new(0xfedcba98)),
        new GatewayStarted(),
        new AccountReconciled(new("DEFAULT")),
        new AccountDisconnected(new("DEFAULT"), "the peer closed the connection"),
        new OrderPlaced(new(1), Terms, At, At.AddSeconds(5)),
        new OrderPlaced(
            new(OrderId.MaxValue),
            Terms with
            {
                Side = Side.Sell,
                TimeInForce = TimeInForce.ImmediateOrCancel,
                PostOnly = true,
                ReduceOnly = true,
                Trigger = new(new(99.5m), TriggerKind.TakeProfit, Market: true),
                ClientOrderId = "mine \"1\" <é> \u2028",
            },
            At,
            At.AddSeconds(5)),
        new OrderSent(new(1), At),
        new OrderAcknowledged(new(1), "77738308", At),
        new OrderRejected(new(1), "Insufficient margin to place order. asset=0", "77738309", At),
        new OrderRejected(new(1), "nothing was sent", null, At),
        new OrderDone(new(1), DoneCause.Filled, new(0.001m), "filled", "77738308", At),
        new OrderDone(new(1), DoneCause.Canceled, null, "marginCanceled", null, At),
        new OrderVanished(new(1), At),
        new OrderFilled(new(1), Fill, FillWarnings.FillAfterOut | FillWarnings.Overfilled),
        new OrderFilled(null, new() { Account = new("DEFAULT"), Key = "k", ReceivedTime = At, Raw = "{\"px\":\"?\"}" }, FillWarnings.NotOurOrder),
        new OutcomeUnknown(new(1), "no answer within 5 s"),
        new CancelRequested(new(1)),
        new CancelRejected(new(1), "Order was never placed, already canceled, or filled."),
        new OrderPlaced(new(2), Terms with { Underlying = new("BTC Crypto") }, At, At.AddSeconds(5), Mark: 99_999.5m),
        new OrderRefused(new(3), Terms, At, "MaxOpen, Firm, Global: …", Mark: 99_999.5m),
        new OrderRefused(new(4), Terms, At, "Trading is halted."),
        new OrderFilled(
            null, Fill, FillWarnings.NotOurOrder, MarketNames.Of(SampleMarkets.Btc) with { Underlying = new ProductId("BTC Crypto") }),
        new LimitsSet(
        [
            .. from kind in AmountKind.All
               from amount in (LimitAmount?[])[new(1234.5m), LimitAmount.Unlimited, null]
               select new AmountLimit(kind, new LimitSet.Trader("alice"), new LimitScope.Venue(SampleMarkets.Venue), amount),
            .. from set in (LimitSet[])[new LimitSet.Firm(), new LimitSet.Desk("rates"), new LimitSet.Account(new("DEFAULT")), new LimitSet.DeskDefault(), new LimitSet.TraderDefault(), new LimitSet.AccountDefault()]
               select new SetEnforcing(set, Enforcing: false),
            .. from scope in (LimitScope[])
               [
                   new LimitScope.Global(), new LimitScope.Route(SampleMarkets.Route), new LimitScope.Product(SampleMarkets.Btc.Base.Id),
                   new LimitScope.TradableProduct(SampleMarkets.Btc.Id), new LimitScope.ProductDefault(), new LimitScope.TradableProductDefault(),
               ]
               select new AmountLimit(AmountKind.All[0], new LimitSet.Firm(), scope, new LimitAmount(0)),
            new MaxPriceDeviation(0.05m),
            new MaxPriceDeviation(null),
            .. from threshold in ThresholdKind.All from value in (TimeSpan?[])[TimeSpan.FromSeconds(1.5), null] select new ThresholdLimit(threshold, value),
        ]),
        new TradingHalted(new VenueRouteHalt(SampleMarkets.Venue, SampleMarkets.Route)),
        new TradingHalted(new GlobalHalt()),
        new TradingResumed(new AccountHalt(new("DEFAULT"))),
        new AlertRaised(AlertKind.LimitBreach, "MaxOpen, Firm, Global: …", new("DEFAULT"), new(2)),
        new AlertRaised(AlertKind.KeyExpiring, "soon", null, null),
        new GatewayStarted(MayLose: true),
        new OrderNumbersSkipped(new(1_000_001)),
        new IntentConfirmed(new(1), "a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01", "0x7f0f2c1a"),
        new IntentConfirmed(new(1), "a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01", null),
        new OrderFilled(new(1), Fill with { IsLiquidation = true }, FillWarnings.None),
        new ModifyRequested(new(1), Leg: 1, new(100001m), new(0.005m), new(0.004m), At.AddSeconds(5), Mark: 99_999.5m),
        new ModifyRequested(new(1), OrderLeg.Last, new(100001m), new(0.005m), new(0.005m), At.AddSeconds(5)),
        new ModifyRejected(new(1), Leg: 1, "Cannot modify canceled or filled order", WasSent: true, At),
        new OrderAcknowledged(new(1), "77738310", At, Leg: 1),
        new OrderDone(new(1), DoneCause.Canceled, new(0.001m), "canceled", "77738308", At, Leg: 1),
        new OrderFilled(new(1), Fill, FillWarnings.None, Leg: 1),
        new ForeignOrderFound(new(5), Terms, "77738310", new(0.0004m), At),
        new ForeignOrderTraded(new(5), new(0.0005m), At),
    ];

    private static OrderTerms Terms => OrderTerms.Of(SampleMarkets.Buy(100000m, 0.001m));

    private static Fill Fill => new()
    {
        Account = new("DEFAULT"),
        Key = "1767323046001:BTC:118906512037719:77738308",
        Market = SampleMarkets.Btc.Id,
        Side = Side.Buy,
        Price = new(100000m),
        Quantity = new(0.00100m),
        ExchangeFillId = "118906512037719",
        ExchangeOrderId = "77738308",
        Fee = -0.0000000000000000000000000001m,
        FeeProduct = SampleMarkets.Btc.Quote.Id,
        Liquidity = Liquidity.Taker,
        TradeTime = At,
        ReceivedTime = At,
    };
}
