using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves money of the perpetuals between a master and its subaccount: <c>subAccountTransfer</c>.</summary>
internal sealed record SubAccountTransfer(Address SubAccount, bool IsDeposit, long MicroUsd) : L1Action
{
    private const decimal MicroUsdPerUsd = 1_000_000;

    public override string Type => "subAccountTransfer";

    public static SubAccountTransfer Read(Body action) =>
        new(action.Address("subAccountUser"), action.Flag("isDeposit"), action.Integer("usd"));

    public override void Pack(MsgPackWriter packed) => packed.Map(4)
        .Text("type").Text(Type)
        .Text("subAccountUser").Text(SubAccount.ToString())
        .Text("isDeposit").Flag(IsDeposit)
        .Text("usd").Integer(MicroUsd);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (exchange.Find(SubAccount) is not { } subAccount || subAccount.Master != account.Address)
            return new ActionReply.Refused($"Invalid sub-account transfer from {account.Address} to {SubAccount}");
        if (account.IsPooled || subAccount.IsPooled)
            return new ActionReply.Refused(AssetTransfer.IsPooled);
        var (from, to) = IsDeposit ? (account, subAccount) : (subAccount, account);
        var usd = MicroUsd / MicroUsdPerUsd;
        if (usd > exchange.MarginOf(from, exchange.Universe.Default).Withdrawable)
            return new ActionReply.Refused("Insufficient balance for token transfer");
        from.Credit(exchange.Universe.Default, -usd);
        to.Credit(exchange.Universe.Default, usd);
        var entry = new LedgerEntry.SubAccountTransfer(block.Time, block.Hash, usd, from.Address, to.Address);
        from.Remember(entry);
        to.Remember(entry);
        return new ActionReply.Done();
    }
}
