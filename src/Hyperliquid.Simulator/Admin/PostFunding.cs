using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Sets what positions in a perpetual pay at every full hour of the exchange's clock; nothing until it is set.</summary>
internal sealed class PostFunding : AdminRequest
{
    private const decimal Most = 0.04m;

    public override string Method => "POST";

    public override string Path => "/sim/funding";

    public override string Usage => """{"coin","rate"}; rate is per hour, longs pay if it is positive""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "coin", "rate");
        var market = request.Market("coin", simulation.Exchange);
        var rate = request.Number("rate");
        if (market.Instrument is not Perp)
            throw new AdminException("Only perpetuals pay funding.");
        if (Math.Abs(rate) > Most)
            throw new AdminException($"\"rate\" must be within -{Most} … {Most}.");
        market.FundingRate = rate;
        return new JsonObject { ["coin"] = market.Instrument.Coin, ["rate"] = Wire.Numbers.Plain(rate) };
    }
}
