using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>The most that may be open at once: buys and sells added up, over all products.</summary>
internal sealed class MaxOpen() : AmountKind(nameof(MaxOpen))
{
    internal override decimal Current(Exposure exposure) => exposure.Open;

    internal override decimal With(Exposure exposure, ProductExposure share, Side side, decimal quantity, decimal worth) =>
        exposure.Open + worth;

    internal override bool DependsOn(ProductExposure share) => share.Open != 0;
}
