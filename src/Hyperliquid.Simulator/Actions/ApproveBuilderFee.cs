using System.Globalization;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Lets a builder charge up to a rate, such as <c>0.001%</c>: <c>approveBuilderFee</c>.</summary>
internal sealed record ApproveBuilderFee(UserSignedAction.Origin From, string MaxFeeRate, Address Builder) : UserSignedAction(From)
{
    private const int UnitsPerPercent = 1000;
    private const decimal HighestPercent = 1;

    public override string Type => "approveBuilderFee";

    protected override string Name => "ApproveBuilderFee";

    public static ApproveBuilderFee Read(Body action) => new(Origin.Read(action), action.Text("maxFeeRate"), action.Address("builder"));

    protected override TypedData Sign(TypedData data) =>
        data.Text("maxFeeRate", MaxFeeRate).Address("builder", Builder).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var isPercent = MaxFeeRate.EndsWith('%')
            & decimal.TryParse(MaxFeeRate.AsSpan().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        var rate = percent * UnitsPerPercent;
        if (!isPercent || percent > HighestPercent || rate != Math.Floor(rate))
            return new ActionReply.Refused("Invalid max fee rate.");
        account.ApproveBuilder(Builder, (long)rate);
        return new ActionReply.Done();
    }
}
