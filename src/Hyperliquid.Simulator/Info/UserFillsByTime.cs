using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Fills of a time range, boundaries included, oldest first.</summary>
internal sealed class UserFillsByTime : InfoRequest
{
    public override string Type => "userFillsByTime";

    public override int ItemsPerWeight => 20;

    private const int Most = 2000;
    private const int Reachable = 10_000;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var start = request.Integer("startTime");
        var end = request.Has("endTime") ? request.Integer("endTime") : long.MaxValue;
        var reachable = (AccountOf(request, exchange)?.Fills ?? []).TakeLast(Reachable).Where(fill => fill.Time >= start && fill.Time <= end);
        var wanted = UserFills.Wanted(request, reachable);
        var ordered = request.Has("reversed") && request.Flag("reversed") ? wanted.Reverse() : wanted;
        return ArrayOf(ordered.Take(Most).Select(FillJson.Of));
    }
}
