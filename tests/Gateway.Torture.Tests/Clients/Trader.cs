using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>
/// Places and cancels. It never knows whether a request that was not answered was heard, and then asks again in the same
/// words, as the protocol promises it may.
/// </summary>
internal sealed class Trader(World world)
{
    private static readonly Actor Actor = new("torture", "alice", "rates");

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

    private void Want()
    {
        if (world.Gateway?.Venue.MarketData.Universe.Markets.FirstOrDefault(market => market.TradingSymbol == TrueVenue.Coin) is not { } market)
        {
            if (!Weather.IsCalm)
                After(TimeSpan.FromMilliseconds(300), Want);
            return;
        }

        var wish = new Wish(Draw(market));
        wishes.Add(wish);
        _ = PlaceAsync(wish);
    }

    private OrderIntent Draw(Market market)
    {
        var side = Weather.Next(2) == 0 ? Side.Buy : Side.Sell;
        var away = (Weather.Next(40) - 15) / 10_000m * (side == Side.Buy ? -1 : 1);
        var quantity = Weather.Next(20) == 0 ? 1_000m : (1 + Weather.Next(60)) / 1_000m;
        var manner = Weather.Next(10);
        return new()
        {
            Account = new(GatewayProcess.AccountName),
            Market = market,
            Side = side,
            Price = market.Prices.AtOrBelow(new(world.Venue.Mark * (1 + away)))!.Value,
            Quantity = new(quantity),
            TimeInForce = manner is 0 or 1 ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTilCanceled,
            PostOnly = manner == 2,
            ReduceOnly = manner == 3,
            ClientOrderId = $"wish-{wishes.Count + 1}",
        };
    }

    private async Task PlaceAsync(Wish wish)
    {
        if (world.Gateway is not { } gateway)
        {
            AskAgain(wish);
            return;
        }

        var asked = gateway.Engine.PlaceAsync(wish.Intent, Actor, CancellationToken.None).AsTask();
        After(TimeSpan.FromSeconds(2), () =>
        {
            if (!asked.IsCompleted)
                AskAgain(wish);
        });
        var reply = await asked;
        if (!reply.TryGet(out var order, out var rejection))
        {
            if (rejection.Code is not (RejectCode.VenueUnavailable or RejectCode.Overloaded))
                world.Violated("a valid order was refused", rejection.ToString());
            AskAgain(wish);
            return;
        }

        if (wish.Order is { } known && known != order)
            world.Violated("a repeat made another order", $"{wish.Intent.ClientOrderId} was {known} and is {order}");
        wish.Order = order;
        if (Weather.Next(10) == 0)
            AskAgain(wish);
        if (Weather.Next(2) == 0)
            After(Weather.Drawn(TimeSpan.FromSeconds(Weather.Next(2) == 0 ? 0.1 : 5)), () => _ = CancelAsync(wish));
    }

    private void AskAgain(Wish wish)
    {
        if (!Weather.IsCalm)
            After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => _ = PlaceAsync(wish));
    }

    private async Task CancelAsync(Wish wish)
    {
        if (world.Gateway is not { } gateway)
        {
            CancelAgain(wish);
            return;
        }

        var order = wish.Order!.Value;
        var asked = gateway.Engine.CancelAsync(order, Actor, CancellationToken.None).AsTask();
        After(TimeSpan.FromSeconds(2), () =>
        {
            if (!asked.IsCompleted && gateway.IsDead)
                CancelAgain(wish);
            else if (!asked.IsCompleted)
                world.Violated("a cancel was not answered", $"order {order}");
        });
        var reply = await asked;
        if (reply.TryGet(out _, out var rejection))
            wish.IsCancelAccepted = true;
        else if (!gateway.IsDead && !(rejection.Code == RejectCode.InvalidRequest && world.Witness.Ledger.Find(order) is { IsOut: true }))
            world.Violated("a cancel was refused", $"order {order}: {rejection}");
    }

    private void CancelAgain(Wish wish) => After(Weather.Drawn(TimeSpan.FromSeconds(1)), () => _ = CancelAsync(wish));

    private void After(TimeSpan delay, Action what) => world.Timeline.After(delay, world.Clients, what);
}
