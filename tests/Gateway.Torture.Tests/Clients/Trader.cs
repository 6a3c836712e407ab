using System.Text.Json.Nodes;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>
/// Places, changes and cancels as any of the customers. It never knows whether a request that was not answered was heard, and then asks
/// again in the same words, as the protocol promises it may.
/// </summary>
internal sealed class Trader(World world, IReadOnlyList<Customer> customers, Sweeper sweeper)
{
    private readonly List<Wish> wishes = [];

    public IReadOnlyList<Wish> Wishes => wishes;

    private Weather Weather => world.Weather;

    public void Begin()
    {
        for (var left = 20 + Weather.Next(40); left > 0; left--)
            After(Weather.Drawn(World.Troubles), Want);
    }

    /// <summary>Cancels whatever is still there.</summary>
    public void CancelEverything()
    {
        foreach (var wish in wishes.Where(wish => wish.Order is { } order && world.Witness.Ledger.Find(order) is { IsOut: false }))
            world.Clients.Run(() => _ = CancelAsync(wish));
    }

    /// <summary>Wants one more order from each customer, which has to be taken.</summary>
    public void TradeOn()
    {
        foreach (var customer in customers)
            world.Clients.Run(() => Want(customer, mustBeTaken: true));
    }

    private void Want() => Want(customers[Weather.Next(customers.Count)], mustBeTaken: false);

    private void Want(Customer customer, bool mustBeTaken)
    {
        var account = customer.Accounts[Weather.Next(customer.Accounts.Count)];
        var name = $"wish-{wishes.Count + 1}";
        var wish = new Wish(customer, new(account), name, Draw(account, name)) { MustBeTaken = mustBeTaken };
        wishes.Add(wish);
        _ = PlaceAsync(wish);
    }

    private string Draw(string account, string name)
    {
        var buys = Weather.Next(2) == 0;
        var away = (Weather.Next(40) - 15) / 10_000m * (buys ? -1 : 1);
        var quantity = Weather.Next(20) == 0 ? 1_000m : (1 + Weather.Next(60)) / 1_000m;
        var manner = Weather.Next(12);
        return new JsonObject
        {
            ["type"] = "SendLimitOrder",
            ["account"] = account,
            ["target"] = TrueVenue.Bitcoin,
            ["dir"] = buys ? "Buy" : "Sell",
            ["price"] = Plain.Format(world.Venue.Instrument.PriceAtOrBelow(world.Venue.Mark * (1 + away))),
            ["quantity"] = Plain.Format(quantity),
            ["time_in_force"] = manner is 0 or 1 ? "IOC" : "GTC",
            ["post_only"] = manner is 2 or 3,
            ["reduce_only"] = manner == 4,
            ["params"] = manner is 5 or 6 ? DrawTrigger() : null,
            ["client_order_id"] = name,
        }.ToJsonString();
    }

    private JsonObject DrawTrigger() => new()
    {
        ["type"] = "Trigger",
        ["value"] = new JsonObject
        {
            ["trigger_price"] = Plain.Format(world.Venue.Instrument.PriceAtOrBelow(world.Venue.Mark * (1 + ((Weather.Next(31) - 15) / 10_000m)))),
            ["kind"] = Weather.Next(2) == 0 ? "StopLoss" : "TakeProfit",
            ["market"] = Weather.Next(2) == 0,
        },
    };

    private async Task PlaceAsync(Wish wish)
    {
        if (await wish.Customer.AskAsync(JsonNode.Parse(wish.Words)!.AsObject()) is not { } answer)
        {
            wish.MayBeHeard = true;
            AskAgain(wish);
            return;
        }

        if (answer.TryGetProperty("error", out var error))
        {
            if (wish.MustBeTaken || error.GetProperty("code").GetString() is not ("VenueUnavailable" or "Overloaded"))
                world.Violated("a valid order was refused", error.GetRawText());
            if (wish is { Order: null, MayBeHeard: false } && world.Witness.Ledger.FindNamed(wish.Account, wish.Name) is { } journaled)
                world.Violated("an order was refused and is in the journal", $"{journaled}");

            if (error.GetProperty("code").GetString() == "Overloaded")
                GetOut(wish.Customer);
            AskAgain(wish);
            return;
        }

        var order = new OrderId(answer.GetProperty("response").GetInt64());
        if (wish.Order is { } known && known != order)
            world.Violated("a repeat made another order", $"{wish.Words} was {known} and is {order}");
        wish.Order = order;
        if (Weather.Next(5) == 0)
            After(Weather.Drawn(TimeSpan.FromSeconds(8)), () => AskAgain(wish));
        if (Weather.Next(2) == 0)
            After(Weather.Drawn(TimeSpan.FromSeconds(Weather.Next(2) == 0 ? 0.1 : 5)), () => _ = CancelAsync(wish));
        _ = ModifyAsync(wish, Weather.Next(8));
    }

    // Whether one that was not answered was heard is not known either, and a repeat of it would be another change.
    private async Task ModifyAsync(Wish wish, int times)
    {
        var order = wish.Order!.Value;
        if (times == 0 || world.Witness.Ledger.Find(order) is not { IsOut: false } known)
            return;
        var request = new JsonObject { ["type"] = "ModifyOrder", ["order_id"] = order.Value };
        var away = (Weather.Next(40) - 5) / 10_000m * (known.Terms.Side == Side.Buy ? -1 : 1);
        if (Weather.Next(3) > 0)
            request["price"] = Plain.Format(world.Venue.Instrument.PriceAtOrBelow(world.Venue.Mark * (1 + away)));
        if (Weather.Next(3) > 0)
            request["quantity"] = Plain.Format((1 + Weather.Next(60)) / 1_000m);
        var answer = await wish.Customer.AskAsync(request);
        if (answer is { } refusal && refusal.TryGetProperty("error", out var error)
            && error.GetProperty("code").GetString() is not ("InvalidRequest" or "VenueUnavailable" or "Overloaded"))
            world.Violated("a change was refused", error.GetRawText());
        After(Weather.Drawn(TimeSpan.FromSeconds(Weather.Next(2) == 0 ? 0.1 : 1)), () => _ = ModifyAsync(wish, times - 1));
    }

    // Where orders do not go through, one wants to be out of the market.
    private void GetOut(Customer customer)
    {
        if (Weather.Next(4) == 0)
            sweeper.Sweep(customer);
        else if (wishes.Find(wish => wish is { Order: { } order, IsCancelAccepted: false } && world.Witness.Ledger.Find(order) is { IsOut: false }) is { } open)
            _ = CancelAsync(open);
    }

    private void AskAgain(Wish wish)
    {
        if (!Weather.IsCalm)
            After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => _ = PlaceAsync(wish));
    }

    private async Task CancelAsync(Wish wish)
    {
        var order = wish.Order!.Value;
        var answer = await wish.Customer.AskAsync(new JsonObject { ["type"] = "CancelOrder", ["order_id"] = order.Value });
        if (answer is null)
            After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => _ = CancelAsync(wish));
        else if (answer.Value.TryGetProperty("response", out _))
            wish.IsCancelAccepted = true;
        else if (world.Witness.Ledger.Find(order) is not { IsOut: true })
            world.Violated("a cancel was refused", $"order {order}: {answer}");
    }

    private void After(TimeSpan delay, Action what) => world.Timeline.After(delay, world.Clients, what);
}
