using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Chooses how an account's money is pooled, signed by an API wallet: <c>agentSetAbstraction</c>.</summary>
/// <param name="Abstraction">One letter: <c>i</c>, <c>u</c> or <c>p</c>.</param>
internal sealed record AgentSetAbstraction(string Abstraction) : L1Action
{
    public override string Type => "agentSetAbstraction";

    public static AgentSetAbstraction Read(Body action) => action.Text("abstraction") is "i" or "u" or "p"
        ? new(action.Text("abstraction"))
        : throw new UnreadableException($"unknown variant `{action.Text("abstraction")}`");

    public override void Pack(MsgPackWriter packed) => packed.Map(2).Text("type").Text(Type).Text("abstraction").Text(Abstraction);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        AbstractionRules.Switch(exchange, account, AbstractionRules.Named(Abstraction)!.Value);
}
