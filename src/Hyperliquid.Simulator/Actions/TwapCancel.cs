using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Ends an order that is sent in slices: <c>twapCancel</c>.</summary>
internal sealed record TwapCancel(long Asset, long Twap) : L1Action
{
    public override string Type => "twapCancel";

    public override bool IsCancel => true;

    public static TwapCancel Read(Body action) => new(action.Integer("a"), action.Integer("t"));

    public override void Pack(MsgPackWriter packed) => packed.Map(3)
        .Text("type").Text(Type)
        .Text("a").Integer(Asset)
        .Text("t").Integer(Twap);

    public override ActionReply Execute(Exchange exchange, Account account, Block block) => new ActionReply.Single(
        Type,
        Asset <= int.MaxValue && exchange.Universe.Find((int)Asset) is { } instrument && exchange.Twaps.Cancel(account, instrument, Twap, block)
            ? JsonValue.Create("success")
            : ActionReply.Error("TWAP was never placed, already canceled, or filled."));
}
