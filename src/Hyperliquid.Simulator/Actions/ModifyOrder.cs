using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Replaces one order: <c>modify</c>. Success does not tell the new oid; a failure is answered as for <c>order</c>.</summary>
internal sealed record ModifyOrder(Modification Change, bool Always) : L1Action
{
    public override string Type => "modify";

    public static ModifyOrder Read(Body action) => new(Modification.Read(action), action.Has("a") && action.Flag("a"));

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Always ? 4 : 3).Text("type").Text(Type);
        Change.PackMembers(packed);
        if (Always)
            packed.Text("a").Flag(true);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        Change.Execute(exchange, account, Always, block) is JsonObject failed && failed.ContainsKey("error")
            ? new ActionReply.Statuses("order", [failed])
            : new ActionReply.Done();
}
