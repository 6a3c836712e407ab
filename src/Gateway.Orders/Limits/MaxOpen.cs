namespace Gateway.Orders.Limits;

/// <summary>The most that may be open at once: buys and sells added up, over all products.</summary>
internal sealed class MaxOpen() : AmountKind(nameof(MaxOpen))
{
    internal override decimal Current(Exposure exposure) => exposure.Open;

    internal override decimal AtMost(Exposure exposure, decimal worth) => exposure.Open + worth;

    internal override bool DependsOn(ProductExposure share) => share.Open != 0;
}
