using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves a token between a master and its subaccount: <c>subAccountSpotTransfer</c>.</summary>
internal sealed record SubAccountSpotTransfer(Address SubAccount, bool IsDeposit, string Token, string AmountText, decimal Amount) : L1Action
{
    public override string Type => "subAccountSpotTransfer";

    public static SubAccountSpotTransfer Read(Body action) => new(action.Address("subAccountUser"), action.Flag("isDeposit"), action.Text("token"), action.Text("amount"), action.Decimal("amount"));

    public override void Pack(MsgPackWriter packed) => packed.Map(5)
        .Text("type").Text(Type)
        .Text("subAccountUser").Text(SubAccount.ToString())
        .Text("isDeposit").Flag(IsDeposit)
        .Text("token").Text(Token)
        .Text("amount").Text(AmountText);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (exchange.Find(SubAccount) is not { } subAccount || subAccount.Master != account.Address)
            return new ActionReply.Refused($"Invalid sub-account transfer from {account.Address} to {SubAccount}");
        var (from, to) = IsDeposit ? (account, subAccount) : (subAccount, account);
        return SpotSend.Execute(new(to.Address, AssetTransfer.Spot, AssetTransfer.Spot, Token, Amount), exchange, from, block);
    }
}
