using System.Text.Json.Nodes;
using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Clients;

/// <summary>Now and then cancels all orders of somebody at once, as any of the customers.</summary>
internal sealed class Sweeper(World world, IReadOnlyList<Customer> customers)
{
    private static readonly (string Set, Func<Order, bool> Covers)[] Sets =
    [
        ("\"Firm\"", _ => true),
        ("""{"type":"Desk","value":"rates"}""", order => order.Actor.Desk == "rates"),
        ("""{"type":"Trader","value":"alice"}""", order => order.Actor.Trader == "alice"),
        ("""{"type":"Account","value":"DEFAULT"}""", order => order.Terms.Account.Value == "DEFAULT"),
    ];

    private static readonly string[] Scopes = ["\"Global\"", """{"type":"Venue","value":"HYPERLIQUID"}"""];

    private Weather Weather => world.Weather;

    public void Begin()
    {
        for (var left = Weather.Next(5); left > 0; left--)
            After(Weather.Drawn(World.Troubles), () => Sweep(customers[Weather.Next(customers.Count)]));
    }

    /// <summary>Does so as this one.</summary>
    public void Sweep(Customer customer)
    {
        var (set, covers) = Sets[Weather.Next(Sets.Length)];
        _ = SweepAsync(customer, $$"""{"type":"CancelAll","scope":{{Scopes[Weather.Next(Scopes.Length)]}},"set":{{set}}}""", covers);
    }

    private async Task SweepAsync(Customer customer, string words, Func<Order, bool> covers)
    {
        var sweep = new Sweep(world, words, order => customer.Accounts.Contains(order.Terms.Account.Value) && covers(order));
        if (await customer.AskAsync(JsonNode.Parse(words)!.AsObject()) is not { } answer)
            After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => _ = SweepAsync(customer, words, covers));
        else if (answer.TryGetProperty("response", out var orders))
            sweep.Answered(orders);
        else
            world.Violated("a cancel of all was refused", answer.GetRawText());
    }

    private void After(TimeSpan delay, Action what) => world.Timeline.After(delay, world.Clients, what);
}
