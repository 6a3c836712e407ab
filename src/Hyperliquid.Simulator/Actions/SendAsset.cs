using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Moves a token between spot, perp dexs and accounts: <c>sendAsset</c>.</summary>
internal sealed record SendAsset(UserSignedAction.Origin From, AssetTransfer Transfer, string DestinationText, string AmountText, string FromSubAccount)
    : UserSignedAction(From)
{
    public override string Type => "sendAsset";

    protected override string Name => "SendAsset";

    public static SendAsset Read(Body action) => new(
        Origin.Read(action),
        new(action.Address("destination"), action.Text("sourceDex"), action.Text("destinationDex"), action.Text("token"), action.Decimal("amount")),
        action.Text("destination"),
        action.Text("amount"),
        action.Text("fromSubAccount"));

    // An address in a text member is signed as it was written.
    protected override TypedData Sign(TypedData data) => data
        .Text("destination", DestinationText)
        .Text("sourceDex", Transfer.SourceDex)
        .Text("destinationDex", Transfer.DestinationDex)
        .Text("token", Transfer.Token)
        .Text("amount", AmountText)
        .Text("fromSubAccount", FromSubAccount)
        .Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) =>
        Execute(Transfer, FromSubAccount, From.Nonce, exchange, account, block);

    /// <summary>Moves it out of the account, or of the subaccount that is named.</summary>
    public static ActionReply Execute(
        AssetTransfer transfer, string fromSubAccount, long nonce, Exchange exchange, Account account, Block block)
    {
        if (SourceOf(fromSubAccount, exchange, account) is not { } source)
            return new ActionReply.Refused("Invalid send");
        if (transfer.From(source, exchange) is { } refusal)
            return new ActionReply.Refused(refusal);
        var entry = new LedgerEntry.Send(block.Time, block.Hash, source.Address, transfer, transfer.ValueOn(exchange), nonce);
        source.Remember(entry);
        if (transfer.Destination != source.Address)
            exchange.Find(transfer.Destination)!.Remember(entry);
        return new ActionReply.Done();
    }

    private static Account? SourceOf(string subAccount, Exchange exchange, Account account)
    {
        if (subAccount.Length == 0)
            return account;
        return Address.TryParse(subAccount, out var address) && exchange.Find(address) is { } found && found.Master == account.Address ? found : null;
    }
}
