using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Sends an order to the market in slices: <c>twapOrder</c>, without <c>details</c>.</summary>
internal sealed record TwapOrder(long Asset, bool IsBuy, decimal Sz, bool ReduceOnly, long Minutes, bool Randomize) : L1Action
{
    public override string Type => "twapOrder";

    public static TwapOrder Read(Body action)
    {
        if (action.Has("details"))
            throw new UnreadableException("`details` are not known here");
        var twap = action.Object("twap");
        return new(twap.Integer("a"), twap.Flag("b"), twap.Decimal("s"), twap.Flag("r"), twap.Integer("m"), twap.Flag("t"));
    }

    public override void Pack(MsgPackWriter packed) => packed.Map(2)
        .Text("type").Text(Type)
        .Text("twap").Map(6)
        .Text("a").Integer(Asset)
        .Text("b").Flag(IsBuy)
        .Text("s").Decimal(Sz)
        .Text("r").Flag(ReduceOnly)
        .Text("m").Integer(Minutes)
        .Text("t").Flag(Randomize);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (Asset > int.MaxValue || exchange.Universe.Find((int)Asset) is not { } instrument)
            return new ActionReply.Single(Type, ActionReply.Error($"Unknown asset. asset={Asset}"));
        var terms = new OrderTerms(instrument, IsBuy, LimitPx: 0, Sz, ReduceOnly, TimeInForce.Ioc, Cloid: null);
        var (twap, refusal) = exchange.Twaps.Start(account, terms, Minutes, Randomize, block);
        return new ActionReply.Single(Type, twap is null
            ? ActionReply.Error(refusal!)
            : new JsonObject { ["running"] = new JsonObject { ["twapId"] = twap.Id } });
    }
}
