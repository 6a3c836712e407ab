using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Places a batch of orders: <c>order</c>.</summary>
internal sealed record PlaceOrders(IReadOnlyList<OrderItem> Orders, string Grouping, PlaceOrders.BuilderFee? Builder) : VenueAction
{
    public override string Type => "order";

    public override int Weight => Orders.Count;

    public static PlaceOrders Read(Body action) => new(
        [.. action.Objects("orders").Select(OrderItem.Read)],
        action.Text("grouping") is "na" or "normalTpsl" or "positionTpsl"
            ? action.Text("grouping")
            : throw new UnreadableException($"unknown variant `{action.Text("grouping")}`"),
        action.Has("builder") ? BuilderFee.Read(action.Object("builder")) : null);

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Builder is null ? 3 : 4).Text("type").Text(Type).Text("orders").Array(Orders.Count);
        foreach (var order in Orders)
            order.Pack(packed);
        packed.Text("grouping").Text(Grouping);
        if (Builder is { } builder)
            packed.Text("builder").Map(2).Text("b").Text(builder.Address).Text("f").Integer(builder.Fee);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (Orders.Count == 0)
            return new ActionReply.Refused("Orders are empty.");
        if (Builder is not null)
            return new ActionReply.Refused("Builder fee has not been approved.");
        if (exchange.IsPostOnly && Orders.Any(order => order.Type is not OrderItem.Kind.Limit { Tif: TimeInForce.Alo }))
            return Lone("Only post-only orders allowed immediately after network upgrade");

        foreach (var order in Orders)
        {
            if (TermsOf(order, exchange) is { } terms && OrderRules.BeforeBatch(terms, exchange.MarketOf(terms.Instrument)) is { } refusal)
                return Lone(refusal.Text);
        }

        return new ActionReply.Statuses(Type, [.. Orders.Select(order => Place(order, exchange, account, block))]);
    }

    private static ActionReply.Statuses Lone(string text) => new("order", [ActionReply.Error(text)]);

    private static OrderTerms? TermsOf(OrderItem order, Exchange exchange) =>
        InstrumentOf(order, exchange) is { } instrument && order.Type is OrderItem.Kind.Limit limit
            ? new(instrument, order.IsBuy, order.Px, order.Sz, order.ReduceOnly, limit.Tif, order.Cloid)
            : null;

    private static Instrument? InstrumentOf(OrderItem order, Exchange exchange) =>
        order.Asset <= int.MaxValue ? exchange.Universe.Find((int)order.Asset) : null;

    private static JsonObject Place(OrderItem order, Exchange exchange, Account account, Block block)
    {
        if (TermsOf(order, exchange) is { } terms)
            return ToJson(exchange.Place(account, terms, block));
        return ActionReply.Error(InstrumentOf(order, exchange) is null
            ? $"Unknown asset. asset={order.Asset}"
            : $"The simulator does not take trigger orders yet. asset={order.Asset}");
    }

    private static JsonObject ToJson(Placement placement) => placement switch
    {
        Placement.Resting(var order) => new() { ["resting"] = WithCloid(order, new() { ["oid"] = order.Oid }) },
        Placement.Filled(var order) => new()
        {
            ["filled"] = WithCloid(order, new()
            {
                ["totalSz"] = Numbers.Sent(order.FilledSz),
                ["avgPx"] = Numbers.Sent(Decimals.Cut(order.FilledNtl / order.FilledSz, order.Instrument.PriceDecimals)),
                ["oid"] = order.Oid,
            }),
        },
        Placement.Refused(var text) => ActionReply.Error(text),
        _ => throw new InvalidOperationException($"No such placement: {placement}."),
    };

    private static JsonObject WithCloid(Order order, JsonObject status)
    {
        if (order.Terms.Cloid is { } cloid)
            status["cloid"] = cloid;
        return status;
    }

    /// <summary>A builder's cut in tenths of a basis point.</summary>
    internal sealed record BuilderFee(string Address, long Fee)
    {
        public static BuilderFee Read(Body builder) => new(builder.Address("b").ToString(), builder.Integer("f"));
    }
}
