using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Sends a token to another account, which begins with it if there was none: <c>spotSend</c>.</summary>
internal sealed record SpotSend(UserSignedAction.Origin From, string DestinationText, string Token, string AmountText, decimal Amount) : UserSignedAction(From)
{
    public override string Type => "spotSend";

    protected override string Name => "SpotSend";

    public static SpotSend Read(Body action)
    {
        action.Address("destination");
        return new(Origin.Read(action, "time"), action.Text("destination"), action.Text("token"), action.Text("amount"), action.Decimal("amount"));
    }

    protected override TypedData Sign(TypedData data) => data
        .Text("destination", DestinationText)
        .Text("token", Token)
        .Text("amount", AmountText)
        .Integer("time", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        Execute(new(Address.Parse(DestinationText), AssetTransfer.Spot, AssetTransfer.Spot, Token, Amount), exchange, account, block);

    /// <summary>Moves a spot balance and notes it on both sides.</summary>
    public static ActionReply Execute(AssetTransfer transfer, Exchange exchange, Account account, Block block)
    {
        if (transfer.From(account, exchange) is { } refusal)
            return new ActionReply.Refused(refusal);
        var entry = new LedgerEntry.SpotTransfer(block.Time, block.Hash, account.Address, transfer, transfer.ValueOn(exchange));
        account.Remember(entry);
        exchange.Find(transfer.Destination)!.Remember(entry);
        return new ActionReply.Done();
    }
}
