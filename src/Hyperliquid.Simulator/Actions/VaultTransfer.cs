using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Puts money into a vault, or takes one's share out: <c>vaultTransfer</c>.</summary>
internal sealed record VaultTransfer(Address Vault, bool IsDeposit, long MicroUsd) : L1Action
{
    private const decimal MicroUsdPerUsd = 1_000_000;

    public override string Type => "vaultTransfer";

    public static VaultTransfer Read(Body action) => new(action.Address("vaultAddress"), action.Flag("isDeposit"), action.Integer("usd"));

    public override void Pack(MsgPackWriter packed) => packed.Map(4)
        .Text("type").Text(Type)
        .Text("vaultAddress").Text(Vault.ToString())
        .Text("isDeposit").Flag(IsDeposit)
        .Text("usd").Integer(MicroUsd);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (exchange.Find(Vault) is not { Leader: { } leader } vault)
            return new ActionReply.Refused($"Vault not registered: {Vault}");
        if (account.IsPooled)
            return new ActionReply.Refused(AssetTransfer.IsPooled);
        var (dex, usd) = (exchange.Universe.Default, MicroUsd / MicroUsdPerUsd);
        var margin = exchange.MarginOf(vault, dex);
        var most = IsDeposit
            ? exchange.MarginOf(account, dex).Withdrawable
            : Math.Min(margin.Withdrawable, vault.Shares.EquityOf(account.Address, leader, margin.TotalValue));
        if (usd <= 0 || usd > most)
            return new ActionReply.Refused(IsDeposit ? "Insufficient balance for token transfer" : "Insufficient balance for withdrawal");
        vault.Shares.Move(account.Address, leader, IsDeposit ? usd : -usd, margin.TotalValue);
        account.Credit(dex, IsDeposit ? -usd : usd);
        vault.Credit(dex, IsDeposit ? usd : -usd);
        account.Remember(IsDeposit
            ? new LedgerEntry.VaultDeposit(block.Time, block.Hash, Vault, usd)
            : new LedgerEntry.VaultWithdrawal(block.Time, block.Hash, Vault, account.Address, usd));
        return new ActionReply.Done();
    }
}
