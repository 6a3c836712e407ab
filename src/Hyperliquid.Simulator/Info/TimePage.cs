using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>At most 500 elements of a time range, oldest first and boundaries included: the next page starts at the last one's time.</summary>
internal static class TimePage
{
    private const int Most = 500;

    public static JsonArray Of<T>(Body request, IEnumerable<T> items, Func<T, long> timeOf, Func<T, JsonObject> print)
    {
        var start = request.Has("startTime") ? request.Integer("startTime") : 0;
        var end = request.Has("endTime") ? request.Integer("endTime") : long.MaxValue;
        return new([.. items.Where(item => timeOf(item) >= start && timeOf(item) <= end).Take(Most).Select(print)]);
    }
}
