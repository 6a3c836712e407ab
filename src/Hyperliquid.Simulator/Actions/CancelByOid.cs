using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Cancels orders by the venue's ids: <c>cancel</c>.</summary>
internal sealed record CancelByOid(IReadOnlyList<(long Asset, long Oid)> Cancels, bool Fast) : L1Action
{
    public override string Type => "cancel";

    public override int Weight => Cancels.Count;

    public override bool IsCancel => true;

    public static CancelByOid Read(Body action) => new(
        [.. action.Objects("cancels").Select(cancel => (cancel.Integer("a"), cancel.Integer("o")))],
        action.Has("f") && action.Flag("f"));

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Fast ? 3 : 2).Text("type").Text(Type).Text("cancels").Array(Cancels.Count);
        foreach (var (asset, oid) in Cancels)
            packed.Map(2).Text("a").Integer(asset).Text("o").Integer(oid);
        if (Fast)
            packed.Text("f").Flag(true);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        new ActionReply.Statuses("cancel", [.. Cancels.Select(cancel => End(exchange, account.Find(cancel.Oid), cancel.Asset, block))]);

    /// <summary>Cancels an order if it is open in that market; otherwise it is a missing order.</summary>
    public static JsonNode End(Exchange exchange, Order? order, long asset, Block block)
    {
        if (order is not { IsOpen: true } || order.Instrument.Asset != asset)
            return ActionReply.Error($"Order was never placed, already canceled, or filled. asset={asset}");
        exchange.Cancel(order, OrderStatus.Canceled, block);
        return JsonValue.Create("success");
    }
}
