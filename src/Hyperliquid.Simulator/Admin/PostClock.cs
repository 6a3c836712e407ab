using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Sets, advances, stops or restarts the exchange's clock.</summary>
internal sealed class PostClock : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/clock";

    public override string Usage => """{"now"?:ms,"advance"?:ms,"running"?:bool}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "now", "advance", "running");
        var now = request.Has("now") ? request.Integer("now") : (long?)null;
        var advance = request.Has("advance") ? request.Integer("advance") : (long?)null;
        var running = request.Has("running") ? request.Flag("running") : (bool?)null;
        var target = (now ?? simulation.Clock.Now) + (advance ?? 0);
        if (target < 0 || target > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            throw new AdminException("Times are milliseconds since the Unix epoch, between the years 1970 and 9999.");
        if (running is { } run)
            simulation.Clock.Run(run);
        if (now is not null || advance is not null)
            simulation.Clock.Set(target);
        return new JsonObject { ["now"] = simulation.Clock.Now, ["running"] = simulation.Clock.IsRunning };
    }
}
