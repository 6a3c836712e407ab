using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Uses up a nonce, and with it any action in flight under the same nonce: <c>noop</c>.</summary>
internal sealed record Noop : L1Action
{
    public override string Type => "noop";

    public static Noop Read(Body _) => new();

    public override void Pack(MsgPackWriter packed) => packed.Map(1).Text("type").Text(Type);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) => new ActionReply.Done();
}
