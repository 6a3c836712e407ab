namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>What questions weigh against the budget of our internet address, as the venue documents it.</summary>
internal static class InfoWeight
{
    /// <summary>What asking weighs.</summary>
    public static int Of(string type) => type switch
    {
        "l2Book" or "allMids" or "clearinghouseState" or "orderStatus" or "spotClearinghouseState" or "exchangeStatus" => 2,
        "userRole" => 60,
        _ => 20,
    };

    /// <summary>What an answer of so many items weighs besides.</summary>
    public static int OfItems(string type, int items) => type switch
    {
        "recentTrades" or "historicalOrders" or "userFills" or "userFillsByTime" or "fundingHistory" or "userFunding" or
            "nonUserFundingUpdates" or "twapHistory" or "userTwapSliceFills" or "delegatorHistory" or "delegatorRewards" => items / 20,
        "candleSnapshot" => items / 60,
        _ => 0,
    };
}
