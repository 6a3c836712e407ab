namespace Gateway.Orders.Limits;

/// <summary>The most that one order alone may be worth.</summary>
internal sealed class MaxOrder() : AmountKind(nameof(MaxOrder))
{
    internal override decimal Current(Exposure exposure) => 0;

    internal override decimal AtMost(Exposure exposure, decimal worth) => worth;

    internal override bool DependsOn(ProductExposure share) => false;
}
