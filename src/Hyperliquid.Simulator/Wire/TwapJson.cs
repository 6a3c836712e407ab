using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>TWAP orders as <c>twapHistory</c>, <c>twapStates</c> and their feeds print them.</summary>
internal static class TwapJson
{
    private const long SecondMs = 1_000;

    /// <summary>How one stands.</summary>
    public static JsonObject State(Twap twap) => new()
    {
        ["coin"] = twap.Terms.Instrument.Coin,
        ["user"] = twap.Account.Address.ToString(),
        ["side"] = twap.Terms.IsBuy ? "B" : "A",
        ["sz"] = Numbers.Sent(twap.Terms.Sz),
        ["executedSz"] = Numbers.Sent(twap.ExecutedSz),
        ["executedNtl"] = Numbers.Usd(twap.ExecutedNtl),
        ["minutes"] = twap.Minutes,
        ["reduceOnly"] = twap.Terms.ReduceOnly,
        ["randomize"] = twap.Randomize,
        ["timestamp"] = twap.Timestamp,
    };

    /// <summary>One of its steps; the time is in seconds.</summary>
    public static JsonObject Step(Twap twap, int step) => new()
    {
        ["time"] = twap.Steps[step].Time / SecondMs,
        ["state"] = State(twap),
        ["status"] = new JsonObject { ["status"] = twap.Steps[step].Status },
        ["twapId"] = twap.Id,
    };

    /// <summary>All steps of all of an account's, the latest first.</summary>
    public static IEnumerable<JsonObject> History(Account? account) => (account?.Twaps ?? [])
        .SelectMany(twap => twap.Steps.Select((step, index) => (step.Time, twap, index)))
        .OrderByDescending(step => step.Time)
        .ThenByDescending(step => step.index)
        .Select(step => Step(step.twap, step.index));

    /// <summary>A fill of a slice.</summary>
    public static JsonObject Slice(Fill fill) => new() { ["fill"] = FillJson.Of(fill), ["twapId"] = fill.Order.Terms.Twap };
}
