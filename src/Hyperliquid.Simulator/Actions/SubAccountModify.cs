using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Gives a subaccount another name: <c>subAccountModify</c>.</summary>
internal sealed record SubAccountModify(Address SubAccount, string Name) : L1Action
{
    public override string Type => "subAccountModify";

    public static SubAccountModify Read(Body action) => new(action.Address("subAccountUser"), action.Text("name"));

    public override void Pack(MsgPackWriter packed) => packed.Map(3)
        .Text("type").Text(Type)
        .Text("subAccountUser").Text(SubAccount.ToString())
        .Text("name").Text(Name);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (CreateSubAccount.CheckName(Name) is { } refusal)
            return new ActionReply.Refused(refusal);
        if (exchange.Find(SubAccount) is not { } subAccount || subAccount.Master != account.Address)
            return new ActionReply.Refused("User is neither the signer nor a sub-account of it.");
        subAccount.Name = Name;
        return new ActionReply.Done();
    }
}
