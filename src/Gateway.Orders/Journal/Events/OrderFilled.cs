using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>A trade on an account, of one of our orders or not.</summary>
/// <param name="Order">The order; null: none of ours.</param>
/// <param name="Fill">The trade.</param>
/// <param name="Warnings">What is odd about it.</param>
/// <param name="Traded">Where it traded, for a fill that no order tells that of; null: an order does, or it is not known.</param>
/// <param name="Leg">Which leg of that order.</param>
public sealed record OrderFilled(OrderId? Order, Fill Fill, FillWarnings Warnings, MarketNames? Traded = null, int Leg = 0) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderFilled";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (Order is { } order)
            json.Write("order"u8, order);
        json.WriteLeg(Leg);
        json.WriteNumber("warnings"u8, (int)Warnings);
        json.WriteString("account"u8, Fill.Account.Value);
        json.WriteString("key"u8, Fill.Key);
        json.WriteKnown("market"u8, Fill.Market?.Value);
        if (Fill.Side is { } side)
            json.WriteString("side"u8, TermsJson.Write(side));
        json.WriteKnown("price"u8, Fill.Price?.Value);
        json.WriteKnown("quantity"u8, Fill.Quantity?.Value);
        json.WriteKnown("exchange_fill_id"u8, Fill.ExchangeFillId);
        json.WriteKnown("exchange_order_id"u8, Fill.ExchangeOrderId);
        json.WriteKnown("fee"u8, Fill.Fee);
        json.WriteKnown("fee_product"u8, Fill.FeeProduct?.Value);
        if (Fill.Liquidity is { } liquidity)
            json.WriteString("liquidity"u8, liquidity == Liquidity.Maker ? "Maker"u8 : "Taker"u8);
        if (Fill.IsLiquidation)
            json.WriteBoolean("liquidation"u8, true);
        json.WriteKnown("trade_time"u8, Fill.TradeTime);
        json.Write("received"u8, Fill.ReceivedTime);
        json.WriteKnown("raw"u8, Fill.Raw);
        if (Traded is not { } traded)
            return;
        json.WriteString("base"u8, traded.Base.Value);
        json.WriteString("quote"u8, traded.Quote.Value);
        json.WriteKnown("underlying"u8, traded.Underlying?.Value);
        json.WriteString("venue"u8, traded.Venue.Value);
        json.WriteString("route"u8, traded.Route.Value);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderFilled Read(JsonElement data) => new(
        data.KnownOrder("order"),
        new Fill
        {
            Account = new(data.Text("account")),
            Key = data.Text("key"),
            Market = data.KnownText("market") is { } market ? new MarketId(market) : null,
            Side = data.KnownText("side") is { } side ? TermsJson.ReadSide(side) : null,
            Price = data.KnownDecimal("price") is { } price ? new Price(price) : null,
            Quantity = data.KnownDecimal("quantity") is { } quantity ? new Quantity(quantity) : null,
            ExchangeFillId = data.KnownText("exchange_fill_id"),
            ExchangeOrderId = data.KnownText("exchange_order_id"),
            Fee = data.KnownDecimal("fee"),
            FeeProduct = data.KnownText("fee_product") is { } feeProduct ? new ProductId(feeProduct) : null,
            Liquidity = data.KnownText("liquidity") switch
            {
                null => null,
                "Maker" => Liquidity.Maker,
                "Taker" => Liquidity.Taker,
                var other => throw new JsonException($"'{other}' is no liquidity."),
            },
            IsLiquidation = data.TryGetProperty("liquidation", out _),
            TradeTime = data.KnownTime("trade_time"),
            ReceivedTime = data.Time("received"),
            Raw = data.KnownText("raw"),
        },
        (FillWarnings)data.GetProperty("warnings").GetInt32(),
        data.KnownText("base") is { } product
            ? new MarketNames(
                new(data.Text("market")),
                new(product),
                new(data.Text("quote")),
                data.KnownText("underlying") is { } underlying ? new ProductId(underlying) : null,
                new(data.Text("venue")),
                new(data.Text("route")))
            : null,
        data.Leg());

    private string Words => $"{Fill.Side} {Fill.Quantity} at {Fill.Price} in {Fill.Market} on account {Fill.Account}";

    internal override Alert? AlertOf(Ledger ledger, in JournalRecord record) =>
        Fill.IsLiquidation ? new(record, AlertKind.Liquidation, $"Position liquidated by the venue: {Words}.", Fill.Account, Order)
        : Warnings.HasFlag(FillWarnings.NotOurOrder)
            ? new(record, AlertKind.ForeignFill, $"{Words} was caused by no order of this gateway.", Fill.Account)
        : base.AlertOf(ledger, record);

    internal override void Apply(Ledger ledger, in JournalRecord record)
    {
        var order = Order is { } id ? ledger[id] : null;
        var traded = order is null ? Traded : MarketNames.Of(order.Terms);
        ledger.Add(new OrderFill
        {
            FillId = OrderFill.IdOf(Fill),
            Order = Order,
            Fill = Fill,
            Warnings = Warnings,
            Sequence = record.Sequence,
            Party = order is null ? new(Fill.Account, Trader: null, Desk: null) : Party.Of(order),
            Traded = traded,
        });
        ledger.Risk.Count(Fill, order, traded, record.Time);
        if (order is not null)
            ledger.Change(order.Id, record, order.Traded(Fill, Leg));
    }
}
