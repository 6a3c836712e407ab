using System.Globalization;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves USDC between spot and the venue's own perp dex: <c>usdClassTransfer</c>.</summary>
internal sealed record UsdClassTransfer(UserSignedAction.Origin From, string Amount, bool ToPerp) : UserSignedAction(From)
{
    // Clients name a subaccount whose money is to move behind the amount.
    private const string SubAccountMark = " subaccount:";

    public override string Type => "usdClassTransfer";

    protected override string Name => "UsdClassTransfer";

    public static UsdClassTransfer Read(Body action) => new(Origin.Read(action), action.Text("amount"), action.Flag("toPerp"));

    protected override TypedData Sign(TypedData data) =>
        data.Text("amount", Amount).Flag("toPerp", ToPerp).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account master, Block block)
    {
        var parts = Amount.Split(SubAccountMark, count: 2);
        if (!decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || (parts.Length == 1 ? master : SubAccountOf(parts[1], exchange, master)) is not { } account)
            return new ActionReply.Refused("Invalid send");
        if (account.IsPooled)
            return new ActionReply.Refused(AssetTransfer.IsPooled);
        var (source, destination) = ToPerp ? (AssetTransfer.Spot, "") : ("", AssetTransfer.Spot);
        var transfer = new AssetTransfer(account.Address, source, destination, exchange.Universe.Default.Collateral.Name, amount);
        if (transfer.From(account, exchange) is { } refusal)
            return new ActionReply.Refused(refusal);
        account.Remember(new LedgerEntry.ClassTransfer(block.Time, block.Hash, amount, ToPerp));
        return new ActionReply.Done();
    }

    private static Account? SubAccountOf(string text, Exchange exchange, Account master) =>
        Address.TryParse(text, out var address) && exchange.Find(address) is { } found && found.Master == master.Address ? found : null;
}
