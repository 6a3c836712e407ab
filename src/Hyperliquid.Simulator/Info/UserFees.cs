using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Fee rates; everybody is in the lowest tier.</summary>
internal sealed class UserFees : InfoRequest
{
    public override string Type => "userFees";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonObject
        {
            ["dailyUserVlm"] = new JsonArray(),
            ["feeSchedule"] = new JsonObject
            {
                ["cross"] = Numbers.Sent(Fees.PerpTaker),
                ["add"] = Numbers.Sent(Fees.PerpMaker),
                ["spotCross"] = Numbers.Sent(Fees.SpotTaker),
                ["spotAdd"] = Numbers.Sent(Fees.SpotMaker),
                ["tiers"] = new JsonObject { ["vip"] = new JsonArray(), ["mm"] = new JsonArray() },
                ["referralDiscount"] = "0.04",
                ["stakingDiscountTiers"] = new JsonArray(),
            },
            ["userCrossRate"] = Numbers.Sent(Fees.PerpTaker),
            ["userAddRate"] = Numbers.Sent(Fees.PerpMaker),
            ["userSpotCrossRate"] = Numbers.Sent(Fees.SpotTaker),
            ["userSpotAddRate"] = Numbers.Sent(Fees.SpotMaker),
            ["activeReferralDiscount"] = "0.0",
            ["trial"] = null,
            ["feeTrialReward"] = "0.0",
            ["nextTrialAvailableTimestamp"] = null,
            ["stakingLink"] = null,
            ["activeStakingDiscount"] = null,
        };
    }
}
