using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Takes USDC of the venue's own perp dex off the exchange, a fee of 1 included: <c>withdraw3</c>.</summary>
internal sealed record Withdraw3(UserSignedAction.Origin From, string DestinationText, string AmountText, decimal Amount) : UserSignedAction(From)
{
    private const decimal Fee = 1;

    public override string Type => "withdraw3";

    protected override string Name => "Withdraw";

    public static Withdraw3 Read(Body action)
    {
        action.Address("destination");
        return new(Origin.Read(action, "time"), action.Text("destination"), action.Text("amount"), action.Decimal("amount"));
    }

    protected override TypedData Sign(TypedData data) =>
        data.Text("destination", DestinationText).Text("amount", AmountText).Integer("time", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (account.IsPooled)
            return new ActionReply.Refused(AssetTransfer.IsPooled);
        if (Amount <= Fee || Amount > exchange.MarginOf(account, exchange.Universe.Default).Withdrawable)
            return new ActionReply.Refused("Insufficient balance for withdrawal");
        account.Credit(exchange.Universe.Default, -Amount);
        account.Remember(new LedgerEntry.Withdrawal(block.Time, block.Hash, Amount - Fee, Fee, From.Nonce));
        return new ActionReply.Done();
    }
}
