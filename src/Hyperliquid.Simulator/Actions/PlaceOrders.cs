using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Places a batch of orders: <c>order</c>.</summary>
internal sealed record PlaceOrders(IReadOnlyList<OrderItem> Orders, string Grouping, BuilderFee? Builder) : L1Action
{
    /// <summary>Why anything but a post-only order is refused for a while.</summary>
    public const string OnlyPostOnly = "Only post-only orders allowed immediately after network upgrade";

    private const string Parented = "normalTpsl";
    private const string ToPosition = "positionTpsl";

    public override string Type => "order";

    public override int Weight => Orders.Count;

    public static PlaceOrders Read(Body action) => new(
        [.. action.Objects("orders").Select(OrderItem.Read)],
        action.Text("grouping") is "na" or Parented or ToPosition
            ? action.Text("grouping")
            : throw new UnreadableException($"unknown variant `{action.Text("grouping")}`"),
        action.Has("builder") ? ReadBuilder(action.Object("builder")) : null);

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Builder is null ? 3 : 4).Text("type").Text(Type).Text("orders").Array(Orders.Count);
        foreach (var order in Orders)
            order.Pack(packed);
        packed.Text("grouping").Text(Grouping);
        if (Builder is { } builder)
            packed.Text("builder").Map(2).Text("b").Text(builder.Builder.ToString()).Text("f").Integer(builder.Rate);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (Orders.Count == 0)
            return new ActionReply.Refused("Orders are empty.");
        if (Builder is { } builder && builder.Rate > Payer(account, exchange).MaxBuilderFee(builder.Builder))
            return new ActionReply.Refused("Builder fee has not been approved.");
        if (exchange.IsPostOnly && Orders.Any(order => order.Type is not OrderItem.Kind.Limit { Tif: TimeInForce.Alo }))
            return Lone(OnlyPostOnly);

        var terms = Orders.Select(order => order.TermsOn(exchange, followsPosition: Grouping == ToPosition))
            .Select(known => known is null ? null : known with { Builder = Builder })
            .ToList();
        foreach (var order in terms)
        {
            if (order is not null && OrderRules.BeforeBatch(order, exchange.MarketOf(order.Instrument)) is { } refusal)
                return Lone(refusal.Text);
        }

        return Grouping switch
        {
            Parented => Group(terms, Trading.Grouping.CheckParented, known => exchange.Grouping.PlaceParented(account, known, block)),
            ToPosition => Group(terms, Trading.Grouping.CheckToPosition, known => exchange.Grouping.PlaceToPosition(account, known, block)),
            _ => new ActionReply.Statuses(Type, [.. Orders.Zip(terms, (order, known) => known is null
                ? UnknownAsset(order)
                : OrderReply.Of(exchange.Place(account, known, block)))]),
        };
    }

    private static ActionReply.Statuses Lone(string text) => new("order", [ActionReply.Error(text)]);

    private static JsonObject UnknownAsset(OrderItem order) => ActionReply.Error($"Unknown asset. asset={order.Asset}");

    private ActionReply.Statuses Group(
        List<OrderTerms?> terms, Func<IReadOnlyList<OrderTerms>, string?> check, Func<IReadOnlyList<OrderTerms>, IReadOnlyList<Placement>> place)
    {
        if (terms.IndexOf(null) is >= 0 and var unknown)
            return new(Type, [UnknownAsset(Orders[unknown])]);
        List<OrderTerms> known = [.. terms.OfType<OrderTerms>()];
        return check(known) is { } wrong ? Lone(wrong) : new(Type, [.. place(known).Select(OrderReply.Of)]);
    }

    // A subaccount cannot sign an approval: its master's holds for it. A vault's leader's does not.
    private static Account Payer(Account account, Exchange exchange) =>
        account.Master is { } master ? exchange.Find(master) ?? account : account;

    private static BuilderFee ReadBuilder(Body builder) => new(builder.Address("b"), builder.Integer("f"));
}
