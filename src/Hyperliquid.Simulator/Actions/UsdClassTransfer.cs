using System.Globalization;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves USDC between spot and the venue's own perp dex: <c>usdClassTransfer</c>.</summary>
internal sealed record UsdClassTransfer(UserSignedAction.Origin From, string Amount, bool ToPerp) : UserSignedAction(From)
{
    public override string Type => "usdClassTransfer";

    protected override string Name => "UsdClassTransfer";

    public static UsdClassTransfer Read(Body action) => new(Origin.Read(action), action.Text("amount"), action.Flag("toPerp"));

    protected override TypedData Sign(TypedData data) =>
        data.Text("amount", Amount).Flag("toPerp", ToPerp).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (!decimal.TryParse(Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return new ActionReply.Refused("Invalid send");
        if (account.IsPooled)
            return new ActionReply.Refused(AssetTransfer.IsPooled);
        var (source, destination) = ToPerp ? (AssetTransfer.Spot, "") : ("", AssetTransfer.Spot);
        var transfer = new AssetTransfer(account.Address, source, destination, exchange.Universe.Default.Collateral.Name, amount);
        return SendAsset.Execute(transfer, fromSubAccount: "", exchange, account);
    }
}
