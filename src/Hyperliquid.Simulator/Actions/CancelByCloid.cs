using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Cancels orders by the client's ids: <c>cancelByCloid</c>; it answers as <c>cancel</c> does.</summary>
internal sealed record CancelByCloid(IReadOnlyList<(long Asset, string Cloid)> Cancels, bool Fast) : L1Action
{
    public override string Type => "cancelByCloid";

    public override int Weight => Cancels.Count;

    public override bool IsCancel => true;

    public static CancelByCloid Read(Body action) => new(
        [.. action.Objects("cancels").Select(cancel => (cancel.Integer("asset"), cancel.Cloid("cloid")))],
        action.Has("f") && action.Flag("f"));

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Fast ? 3 : 2).Text("type").Text(Type).Text("cancels").Array(Cancels.Count);
        foreach (var (asset, cloid) in Cancels)
            packed.Map(2).Text("asset").Integer(asset).Text("cloid").Text(cloid);
        if (Fast)
            packed.Text("f").Flag(true);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block) => new ActionReply.Statuses(
        "cancel", [.. Cancels.Select(cancel => CancelByOid.End(exchange, account.Find(cancel.Cloid), cancel.Asset, block))]);
}
