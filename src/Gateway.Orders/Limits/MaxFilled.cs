using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>The most that the worst side could come to: per product the net of the fills that count, and what is open on that side.</summary>
internal sealed class MaxFilled() : AmountKind(nameof(MaxFilled))
{
    internal override decimal Current(Exposure exposure) => exposure.Worst;

    // No order makes the worst side worse by more than itself.
    internal override decimal AtMost(Exposure exposure, decimal worth) => exposure.Worst + worth;

    internal override decimal With(Exposure exposure, ProductExposure share, Side side, decimal quantity, decimal worth) =>
        exposure.Worst + ((share.WorstWith(side, quantity) - share.Worst) * share.Price);

    internal override bool DependsOn(ProductExposure share) => share.Worst != 0;
}
