using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Sends USDC of the venue's own perp dex to another account, which begins with it if there was none: <c>usdSend</c>.</summary>
internal sealed record UsdSend(UserSignedAction.Origin From, string DestinationText, string AmountText, decimal Amount) : UserSignedAction(From)
{
    public override string Type => "usdSend";

    protected override string Name => "UsdSend";

    public static UsdSend Read(Body action)
    {
        action.Address("destination");
        return new(Origin.Read(action, "time"), action.Text("destination"), action.Text("amount"), action.Decimal("amount"));
    }

    // Address and amount are signed as they were written.
    protected override TypedData Sign(TypedData data) =>
        data.Text("destination", DestinationText).Text("amount", AmountText).Integer("time", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var destination = Address.Parse(DestinationText);
        var transfer = new AssetTransfer(destination, "", "", exchange.Universe.Default.Collateral.Name, Amount);
        if (transfer.From(account, exchange) is { } refusal)
            return new ActionReply.Refused(refusal);
        var entry = new LedgerEntry.InternalTransfer(block.Time, block.Hash, transfer.Amount, account.Address, destination);
        account.Remember(entry);
        exchange.Find(destination)!.Remember(entry);
        return new ActionReply.Done();
    }
}
