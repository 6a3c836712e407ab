using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Sets how a perpetual is margined: <c>updateLeverage</c>.</summary>
internal sealed record UpdateLeverage(long Asset, bool IsCross, long Leverage) : L1Action
{
    public override string Type => "updateLeverage";

    public static UpdateLeverage Read(Body action) => new(action.Integer("asset"), action.Flag("isCross"), action.Integer("leverage"));

    public override void Pack(MsgPackWriter packed) => packed.Map(4)
        .Text("type").Text(Type)
        .Text("asset").Integer(Asset)
        .Text("isCross").Flag(IsCross)
        .Text("leverage").Integer(Leverage);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (Asset > int.MaxValue || exchange.Universe.Find((int)Asset) is not Perp perp)
            return new ActionReply.Refused($"Unknown asset. asset={Asset}");
        if (Leverage < 1 || Leverage > perp.MaxLeverage)
            return new ActionReply.Refused($"Invalid leverage value. asset={Asset}");
        if (account.LeverageIn(perp).IsCross != IsCross && account.SziIn(perp) != 0)
            return new ActionReply.Refused("Cannot switch leverage type with open position.");
        if (!exchange.MarginOf(account, perp.Dex).AllowsLeverage(perp, (int)Leverage))
            return new ActionReply.Refused($"Insufficient margin for this leverage. asset={Asset}");
        account.SetLeverage(perp, new((int)Leverage, IsCross));
        return new ActionReply.Done();
    }
}
