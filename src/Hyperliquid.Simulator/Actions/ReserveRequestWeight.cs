using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Buys requests for an address, its own unless another is named: <c>reserveRequestWeight</c>. It is taken even when there are none left.</summary>
internal sealed record ReserveRequestWeight(long Requests, Address? Destination) : L1Action
{
    private const decimal UsdPerRequest = 0.0005m;

    public override string Type => "reserveRequestWeight";

    public static ReserveRequestWeight Read(Body action) =>
        new(action.Integer("weight"), action.Has("destination") ? action.Address("destination") : null);

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Destination is null ? 2 : 3).Text("type").Text(Type).Text("weight").Integer(Requests);
        if (Destination is { } destination)
            packed.Text("destination").Text(destination.ToString());
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var (dex, price) = (exchange.Universe.Default, Requests * UsdPerRequest);
        var available = account.IsPooled ? exchange.Funds.FreeOf(account, dex.Collateral) : exchange.MarginOf(account, dex).Withdrawable;
        if (price > available || (Destination is { } other ? exchange.Find(other) : account) is not { } receiver)
            return new ActionReply.Refused("Insufficient balance for token transfer");
        account.Credit(dex, -price);
        receiver.ReservedRequests += Requests;
        return new ActionReply.Done();
    }
}
