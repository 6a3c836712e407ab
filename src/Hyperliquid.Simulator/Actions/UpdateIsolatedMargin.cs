using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Puts more behind an isolated position, or takes some back if negative: <c>updateIsolatedMargin</c>.</summary>
internal sealed record UpdateIsolatedMargin(long Asset, bool IsBuy, long MicroUsd) : L1Action
{
    private const decimal MicroUsdPerUsd = 1_000_000;

    public override string Type => "updateIsolatedMargin";

    public static UpdateIsolatedMargin Read(Body action) => new(action.Integer("asset"), action.Flag("isBuy"), action.SignedInteger("ntli"));

    public override void Pack(MsgPackWriter packed) => packed.Map(4)
        .Text("type").Text(Type)
        .Text("asset").Integer(Asset)
        .Text("isBuy").Flag(IsBuy)
        .Text("ntli").Integer(MicroUsd);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (Asset > int.MaxValue || exchange.Universe.Find((int)Asset) is not Perp perp)
            return new ActionReply.Refused($"Unknown asset. asset={Asset}");
        if (account.SziIn(perp) == 0 || account.LeverageIn(perp).IsCross)
            return new ActionReply.Refused("Position does not use isolated margin.");
        var (position, usd) = (account.PositionIn(perp), MicroUsd / MicroUsdPerUsd);
        var margin = exchange.MarginOf(account, perp.Dex);
        if (usd > 0 ? usd > margin.Free : -usd > margin.SpareOf(position))
            return new ActionReply.Refused($"Insufficient margin. asset={Asset}");
        Isolation.Move(account, position, usd);
        return new ActionReply.Done();
    }
}
