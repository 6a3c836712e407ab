using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Intents;

/// <summary>Orders that an aggregator is asked to sign and place with a wallet it keeps: the body of <c>/v1/trade/intent</c>.</summary>
/// <param name="Nonce">Milliseconds, unique per wallet.</param>
/// <param name="Wallet">The API wallet that the aggregator keeps for the account.</param>
/// <param name="Action">What it shall place.</param>
internal sealed record TradeIntent(long Nonce, Address Wallet, PlaceOrders Action)
{
    public static TradeIntent Read(Body body)
    {
        var action = body.Object("hl_action");
        return action.Text("type") == "order"
            ? new(body.Integer("nonce"), body.Address("hl_agent_wallet"), new([.. action.Objects("orders").Select(ReadOrder)], "na", Builder: null))
            : throw new UnreadableException("`hl_action.type` must be `order`");
    }

    private static OrderItem ReadOrder(Body order) => new(
        order.Integer("a"),
        order.Flag("b"),
        order.Decimal("p"),
        order.Decimal("s"),
        order.Flag("r"),
        order.Has("t") ? OrderItem.Kind.Read(order.Object("t")) : new OrderItem.Kind.Limit(TimeInForce.Gtc),
        order.Has("cloid") ? CloidOf(order.Text("cloid")) : null);

    // The aggregator names orders by UUID; the venue's cloid is the same 16 bytes.
    private static string CloidOf(string uuid) => Guid.TryParseExact(uuid, "D", out var id)
        ? $"0x{id:N}"
        : throw new UnreadableException("`cloid` must be a UUID");
}
