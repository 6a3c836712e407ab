using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Lets margin move to builders' dexs by itself, signed by an API wallet: <c>agentEnableDexAbstraction</c>.</summary>
internal sealed record AgentEnableDexAbstraction : L1Action
{
    public override string Type => "agentEnableDexAbstraction";

    public static AgentEnableDexAbstraction Read(Body action) => new();

    public override void Pack(MsgPackWriter packed) => packed.Map(1).Text("type").Text(Type);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        account.DexAbstraction = true;
        return new ActionReply.Done();
    }
}
