using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Nothing goes wrong any more.</summary>
internal sealed class DeleteFaults : AdminRequest
{
    public override string Method => "DELETE";

    public override string Path => "/sim/faults";

    public override string Usage => "no body";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        simulation.Faults.Clear();
        simulation.Exchange.IsPostOnly = false;
        return new JsonObject { ["waiting"] = 0 };
    }
}
