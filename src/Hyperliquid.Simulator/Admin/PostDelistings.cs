using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Delists a market: its open orders end, it keeps its id, and no order is taken any more.</summary>
internal sealed class PostDelistings : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/delistings";

    public override string Usage => """{"coin"}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var instrument = new AdminBody(body, "coin").Market("coin", simulation.Exchange).Instrument;
        simulation.Publish(simulation.Robots.Dismiss(instrument));
        var block = simulation.Exchange.OpenBlock();
        simulation.Exchange.Delist(instrument, block);
        simulation.Publish(block);
        return new JsonObject { ["coin"] = instrument.Coin, ["asset"] = instrument.Asset };
    }
}
