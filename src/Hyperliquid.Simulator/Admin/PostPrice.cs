using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Moves mark and oracle of a coin; its robot follows before the reply.</summary>
internal sealed class PostPrice : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/price";

    public override string Usage => """{"coin","px"}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "coin", "px");
        var market = request.Market("coin", simulation.Exchange);
        var px = request.Positive("px");
        var block = simulation.Exchange.OpenBlock();
        simulation.Exchange.MoveMark(market.Instrument, px, block);
        simulation.Publish(block);
        return new JsonObject { ["coin"] = market.Instrument.Coin, ["px"] = Wire.Numbers.Plain(px) };
    }
}
