namespace Gateway.Orders.Limits;

/// <summary>The most that may be open or has recently traded, so that a fast trader cannot turn over a limit many times a minute.</summary>
internal sealed class MaxOpenAndRecentlyFilled() : AmountKind(nameof(MaxOpenAndRecentlyFilled))
{
    internal override decimal Current(Exposure exposure) => exposure.Open + exposure.RecentlyFilled;

    internal override decimal AtMost(Exposure exposure, decimal worth) => exposure.Open + exposure.RecentlyFilled + worth;

    internal override bool DependsOn(ProductExposure share) => share.Open != 0 || share.RecentlyFilled != 0;
}
