using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Clients;

/// <summary>Sets limits and halts while everybody trades, and takes the halts back before the end.</summary>
internal sealed class RiskDesk(World world, Customer customer)
{
    private static readonly string[] Sets =
        ["""{"type":"Desk","value":"rates"}""", """{"type":"Trader","value":"alice"}""", "\"Firm\"", "\"TraderDefault\"", """{"type":"Account","value":"OTHER"}"""];

    private static readonly string[] Scopes =
        ["\"Global\"", """{"type":"Venue","value":"HYPERLIQUID"}""", $$"""{"type":"TradableProduct","value":"{{TrueVenue.Bitcoin}}"}"""];

    private static readonly string[] Kinds = ["MaxOrder", "MaxOpen", "MaxOpenAndRecentlyFilled", "MaxFilled"];

    private static readonly string[] Amounts = ["\"500\"", "\"3000\"", "\"20000\"", "\"unlimited\"", "null"];

    private static readonly (string Halt, Func<Order, bool> Covers)[] Halts =
    [
        ("\"Global\"", _ => true),
        ("""{"type":"Venue","value":"HYPERLIQUID"}""", _ => true),
        ("""{"type":"Account","value":"DEFAULT"}""", order => order.Terms.Account.Value == "DEFAULT"),
    ];

    private Weather Weather => world.Weather;

    public void Begin()
    {
        if (Weather.Next(3) == 0)
            return;
        for (var left = Weather.Next(8); left > 0; left--)
            After(Weather.Drawn(World.Troubles), SetLimits);
        if (Weather.Next(3) > 0)
            After(Weather.Drawn(World.Troubles), HaltAWhile);
    }

    private void SetLimits() => Ask(
        $$$"""{"type":"SetLimits","limits":[{"type":"{{{Drawn(Kinds)}}}","value":[{{{Drawn(Sets)}}},{{{Drawn(Scopes)}}},{{{Drawn(Amounts)}}}]}]}""");

    private void HaltAWhile()
    {
        var (halt, covers) = Halts[Weather.Next(Halts.Length)];
        var cancelsOpen = Weather.Next(3) > 0;
        Ask($$"""{"type":"Halt","halt":{{halt}},"cancel_open":{{(cancelsOpen ? "true" : "false")}}}""", cancelsOpen ? covers : null);
        After(Weather.Drawn(TimeSpan.FromSeconds(4)), () => Ask($$"""{"type":"Resume","resume":{{halt}}}"""));
    }

    // Once more where the answer was lost: repeating it is harmless.
    private void Ask(string request, Func<Order, bool>? cancels = null) => _ = AskAsync(request, cancels);

    private async Task AskAsync(string request, Func<Order, bool>? cancels)
    {
        var sweep = cancels is null ? null : new Sweep(world, request, cancels);
        if (await customer.AskAsync(JsonNode.Parse(request)!.AsObject()) is not { } answer)
            After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => Ask(request, cancels));
        else if (!request.Contains("Resume", StringComparison.Ordinal) && IsInvalid(answer, out var error))
            world.Violated("a limit or halt was refused", error.GetRawText());
        else if (answer.TryGetProperty("response", out _))
            sweep?.Answered();
    }

    // A second Resume is, where the answer to the first was lost.
    private static bool IsInvalid(JsonElement answer, out JsonElement error) =>
        answer.TryGetProperty("error", out error) && error.GetProperty("code").GetString() == "InvalidRequest";

    private string Drawn(string[] of) => of[Weather.Next(of.Length)];

    private void After(TimeSpan delay, Action what) => world.Timeline.After(delay, world.Clients, what);
}
