using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves a token between the purses of a master and its subaccounts, signed by an API wallet: <c>agentSendAsset</c>.</summary>
internal sealed record AgentSendAsset(AssetTransfer Transfer, string FromSubAccount, long Nonce) : L1Action
{
    public override string Type => "agentSendAsset";

    public static AgentSendAsset Read(Body action) => new(
        new(action.Address("destination"), action.Text("sourceDex"), action.Text("destinationDex"), action.Text("token"), action.Decimal("amount")),
        action.Text("fromSubAccount").ToLowerInvariant(),
        action.Integer("nonce"));

    public override void Pack(MsgPackWriter packed) => packed.Map(8)
        .Text("type").Text(Type)
        .Text("destination").Text(Transfer.Destination.ToString())
        .Text("sourceDex").Text(Transfer.SourceDex)
        .Text("destinationDex").Text(Transfer.DestinationDex)
        .Text("token").Text(Transfer.Token)
        .Text("amount").Decimal(Transfer.Amount)
        .Text("fromSubAccount").Text(FromSubAccount)
        .Text("nonce").Integer(Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var isOwn = Transfer.Destination == account.Address || exchange.Find(Transfer.Destination)?.Master == account.Address;
        return isOwn
            ? SendAsset.Execute(Transfer, FromSubAccount, Nonce, exchange, account, block)
            : new ActionReply.Refused("Agent can only send asset to same user or their sub-accounts.");
    }
}
