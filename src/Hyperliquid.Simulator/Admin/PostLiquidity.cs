using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Robots;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Puts a quoting robot to work; <c>null</c> sends all of them home, <c>levels</c> 0 one of them.</summary>
internal sealed class PostLiquidity : AdminRequest
{
    private const int MostLevels = 100;

    public override string Method => "POST";

    public override string Path => "/sim/liquidity";

    public override string Usage => """{"coin","spreadBps"?,"levels"?,"size"?} or null""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        if (body is null)
        {
            foreach (var instrument in simulation.Exchange.Universe.All)
                simulation.Publish(simulation.Robots.Dismiss(instrument));
            return new JsonObject();
        }

        var request = new AdminBody(body, "coin", "spreadBps", "levels", "size");
        var market = request.Market("coin", simulation.Exchange);
        var levels = request.Has("levels") ? request.Integer("levels") : Ladder.Default.Levels;
        if (levels is < 0 or > MostLevels)
            throw new AdminException($"\"levels\" must be within 0 … {MostLevels}.");
        var ladder = new Ladder(
            request.Has("spreadBps") ? request.Positive("spreadBps") : Ladder.Default.SpreadBps,
            (int)levels,
            request.Has("size") ? request.Positive("size") : null);
        simulation.Publish(levels == 0
            ? simulation.Robots.Dismiss(market.Instrument)
            : simulation.Robots.Employ(market.Instrument, ladder));
        return new JsonObject { ["coin"] = market.Instrument.Coin, ["levels"] = levels };
    }
}
