using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>One margin table; ids below 50 stand for one tier with that leverage.</summary>
internal sealed class MarginTableQuery : InfoRequest
{
    private const int SingleTiers = 50;

    public override string Type => "marginTable";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var id = request.Integer("id");
        if (MarginTable.All.FirstOrDefault(table => table.Id == id) is { } table)
            return Meta.TableJson(table);
        return id is > 0 and < SingleTiers ? Meta.TableJson(new((int)id, "", [(0, (int)id)])) : null;
    }
}
