using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>One cancel-and-replace: an order ends and another, with a new oid, takes its place.</summary>
/// <param name="Oid">The order to end by the venue's id; null if it is named by cloid.</param>
/// <param name="Cloid">The order to end by the client's id; null if it is named by oid.</param>
/// <param name="Order">What takes its place.</param>
internal sealed record Modification(long? Oid, string? Cloid, OrderItem Order)
{
    private const string Invalid = "Attempted to modify to invalid new order";

    public static Modification Read(Body modification)
    {
        var isNumber = modification.Member("oid").ValueKind == JsonValueKind.Number;
        return new(
            isNumber ? modification.Integer("oid") : null,
            isNumber ? null : modification.Cloid("oid"),
            OrderItem.Read(modification.Object("order")));
    }

    /// <summary>Writes the two members <c>oid</c> and <c>order</c>.</summary>
    public void PackMembers(MsgPackWriter packed)
    {
        packed.Text("oid");
        if (Oid is { } oid)
            packed.Integer(oid);
        else
            packed.Text(Cloid!);
        packed.Text("order");
        Order.Pack(packed);
    }

    /// <summary>Ends the one and places the other; the entry for <c>statuses</c>.</summary>
    /// <param name="exchange">Where.</param>
    /// <param name="account">Whose.</param>
    /// <param name="always">Place the new order though the old one is out.</param>
    /// <param name="block">Where to note it.</param>
    public JsonNode Execute(Exchange exchange, Account account, bool always, Block block)
    {
        var old = Oid is { } oid ? account.Find(oid) : account.Find(Cloid!);
        var wasOpen = old is { IsOpen: true };
        if (!wasOpen && !always)
            return ActionReply.Error("Cannot modify canceled or filled order");
        if (Order.TermsOn(exchange) is not { } terms || OrderRules.BeforeBatch(terms, exchange.MarketOf(terms.Instrument)) is not null)
            return ActionReply.Error(Invalid);
        if (exchange.IsPostOnly && terms.Tif != TimeInForce.Alo)
            return ActionReply.Error(PlaceOrders.OnlyPostOnly);
        if (!always && (terms.Trigger is not null || terms.IsImmediate))
            return ActionReply.Error(Invalid);

        // Without "always" an order may not take: a Gtc is placed as if it were post-only.
        var placed = always ? terms : terms with { Tif = TimeInForce.Alo };
        if (wasOpen)
            exchange.Cancel(old!, OrderStatus.Canceled, block);
        return exchange.Place(account, placed, block) is var placement && placement is Placement.Refused(var text) && wasOpen
            ? ActionReply.Error($"Error placing new order during modify: {text}")
            : OrderReply.Of(placement);
    }
}
