using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The latest fills, newest first.</summary>
internal sealed class UserFills : InfoRequest
{
    public override string Type => "userFills";

    public override int ItemsPerWeight => 20;

    private const int Most = 2000;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var fills = AccountOf(request, exchange)?.Fills ?? [];
        return ArrayOf(Wanted(request, fills).TakeLast(Most).Reverse().Select(FillJson.Of));
    }

    /// <summary>The fills, merged if so asked.</summary>
    public static IEnumerable<Fill> Wanted(Body request, IEnumerable<Fill> fills) =>
        request.Has("aggregateByTime") && request.Flag("aggregateByTime") ? FillJson.Aggregate(fills) : fills;
}
