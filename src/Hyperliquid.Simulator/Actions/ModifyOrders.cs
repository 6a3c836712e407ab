using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Replaces a batch of orders: <c>batchModify</c>; it answers as <c>order</c> does.</summary>
internal sealed record ModifyOrders(IReadOnlyList<Modification> Changes, bool Always) : L1Action
{
    public override string Type => "batchModify";

    public override int Weight => Changes.Count;

    public static ModifyOrders Read(Body action) => new(
        [.. action.Objects("modifies").Select(Modification.Read)], action.Has("a") && action.Flag("a"));

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Always ? 3 : 2).Text("type").Text(Type).Text("modifies").Array(Changes.Count);
        foreach (var change in Changes)
        {
            packed.Map(2);
            change.PackMembers(packed);
        }

        if (Always)
            packed.Text("a").Flag(true);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block) => Changes.Count == 0
        ? new ActionReply.Refused("Orders are empty.")
        : new ActionReply.Statuses("order", [.. Changes.Select(change => change.Execute(exchange, account, Always, block))]);
}
