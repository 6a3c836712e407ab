using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>The most that one order alone may be worth.</summary>
internal sealed class MaxOrder() : AmountKind(nameof(MaxOrder))
{
    internal override decimal Current(Exposure exposure) => 0;

    internal override decimal With(Exposure exposure, ProductExposure share, Side side, decimal quantity, decimal worth) => worth;

    internal override bool DependsOn(ProductExposure share) => false;
}
