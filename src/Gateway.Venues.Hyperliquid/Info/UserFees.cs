using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What an account pays for trading: <c>userFees</c>, as fractions; below zero is a rebate.</summary>
internal sealed record UserFees(
    decimal TakerRate,
    decimal MakerRate,
    decimal SpotTakerRate,
    decimal SpotMakerRate,
    decimal ReferralDiscount,
    decimal? StakingDiscount,
    ImmutableArray<UserFees.Day> Days)
{
    /// <summary>The volume of a day.</summary>
    internal sealed record Day(string Date, decimal Taker, decimal Maker, decimal Exchange);

    public static UserFees Read(JsonElement reply) => new(
        reply.Need("userCrossRate"),
        reply.Need("userAddRate"),
        reply.Need("userSpotCrossRate"),
        reply.Need("userSpotAddRate"),
        reply.Need("activeReferralDiscount"),
        reply.Member("activeStakingDiscount")?.Number("discount"),
        [.. reply.Items("dailyUserVlm").Select(day =>
            new Day(day.NeedText("date"), day.Need("userCross"), day.Need("userAdd"), day.Need("exchange")))]);
}
