using System.Collections.Immutable;
using Gateway.Venues;
using Xunit;

namespace Gateway.Testing.Venues;

/// <summary>What every venue must do. A venue's test project derives this and says how to set its world up.</summary>
public abstract class VenueContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private long lastOrder;

    /// <summary>Sets up a fresh venue in a fresh world.</summary>
    protected abstract ValueTask<VenueUnderTest> SetUpAsync();

    [Fact]
    public Task C01_A_resting_order_is_sent_once_and_acknowledged_with_the_venues_number() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.RestingBuy);

        await news.AwaitAsync<VenueEvent.OrderSent>(sent => sent.Order == order, cancel);
        var acknowledged = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order, cancel);

        Assert.NotEmpty(acknowledged.ExchangeOrderId);
        Assert.Equal(1, world.TimesReceived(order));
    });

    [Fact]
    public Task C02_A_crossing_order_is_filled_and_then_done_with_all_it_executed() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.CrossingBuy);

        var done = await news.AwaitAsync<VenueEvent.OrderDone>(end => end.Order == order, cancel);
        Assert.Equal((DoneCause.Filled, world.Quantity), (done.Cause, done.Executed!.Value));

        var executed = 0m;
        var keys = new HashSet<string>();
        while (executed < world.Quantity.Value)
        {
            var filled = await news.AwaitAsync<VenueEvent.OrderFilled>(fill => fill.Order == order && !keys.Contains(fill.Fill.Key), cancel);
            keys.Add(filled.Fill.Key);
            executed += filled.Fill.Quantity!.Value.Value;
            Assert.Equal((Side.Buy, world.MarketOfFills, Liquidity.Taker), (filled.Fill.Side!.Value, filled.Fill.Market!.Value, filled.Fill.Liquidity!.Value));
            Assert.NotNull(filled.Fill.Fee);
            Assert.NotNull(filled.Fill.TradeTime);
        }

        Assert.Equal(world.Quantity.Value, executed);
    });

    [Fact]
    public Task C03_An_order_that_the_venue_refuses_is_rejected_in_its_words() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.CrossingBuy, intent => intent with { PostOnly = true });

        var rejected = await news.AwaitAsync<VenueEvent.OrderRejected>(refusal => refusal.Order == order, cancel);

        Assert.NotEmpty(rejected.Reason);
        Assert.DoesNotContain(news.Heard, heard => heard is VenueEvent.OrderAcknowledged ack && ack.Order == order);
    });

    [Fact]
    public Task C04_An_immediate_order_without_a_match_ends_without_resting() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.RestingBuy, intent => intent with { TimeInForce = TimeInForce.ImmediateOrCancel });

        var end = await news.AwaitAsync<VenueEvent>(heard => EndOf(heard) == order, cancel);

        Assert.True(end is VenueEvent.OrderRejected or VenueEvent.OrderDone { Cause: DoneCause.Canceled, Executed.IsZero: true });
    });

    [Fact]
    public Task C05_A_canceled_order_is_done_without_fills() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.RestingBuy);
        var acknowledged = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order, cancel);

        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(world.Account, Live(world, order, acknowledged.ExchangeOrderId))));

        var done = await news.AwaitAsync<VenueEvent.OrderDone>(end => end.Order == order, cancel);
        Assert.Equal((DoneCause.Canceled, Quantity.Zero), (done.Cause, done.Executed!.Value));
    });

    [Fact]
    public Task C06_A_cancel_of_an_order_that_never_was_is_refused() => RunAsync(async (world, news, cancel) =>
    {
        var order = NextOrder();

        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(world.Account, Live(world, order, null))));

        var refused = await news.AwaitAsync<VenueEvent.CancelRejected>(refusal => refusal.Order == order, cancel);
        Assert.NotEmpty(refused.Reason);
    });

    [Fact]
    public Task C07_An_order_whose_time_is_up_is_not_sent() => RunAsync(async (world, news, cancel) =>
    {
        var order = NextOrder();

        Assert.True(world.Venue.TrySubmit(new Instruction.Place(order, Intent(world, world.RestingBuy), world.Clock.GetUtcNow().AddSeconds(-1))));

        await news.AwaitAsync<VenueEvent.OrderRejected>(refusal => refusal.Order == order, cancel);
        Assert.Equal(0, world.TimesReceived(order));
    });

    [Fact]
    public Task C08_A_lost_connection_is_reported_and_made_again_under_a_higher_epoch() => RunAsync(async (world, news, cancel) =>
    {
        await world.CutConnectionsAsync();

        await news.AwaitAsync<VenueEvent.AccountDisconnected>(lost => lost.Account == world.Account, cancel);
        await news.AwaitAsync<VenueEvent.AccountConnected>(again => again.Epoch > 1, cancel);
    });

    [Fact]
    public Task C09_The_fence_reports_what_happened_while_away() => RunAsync(async (world, news, cancel) =>
    {
        var order = Place(world, world.RestingBuy);
        var acknowledged = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order, cancel);
        // Behind it, by time: what trades at their price is the first.
        var untouched = Place(world, world.RestingBuy);
        await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == untouched, cancel);
        await world.CutConnectionsAsync();
        await world.FillRestingAsync(order);
        var connected = await news.AwaitAsync<VenueEvent.AccountConnected>(again => again.Epoch > 1, cancel);
        var never = NextOrder();

        Assert.True(world.Venue.TrySubmit(new Instruction.Reconcile(
            world.Account,
            connected.Epoch,
            [Live(world, order, acknowledged.ExchangeOrderId), Live(world, untouched, null), Live(world, never, null)],
            FillsSince: null)));

        await news.AwaitAsync<VenueEvent.AccountReconciled>(end => end.Epoch == connected.Epoch, cancel);
        var fence = news.Heard.SkipWhile(heard => heard != connected).ToList();
        Assert.Contains(fence, heard => heard is VenueEvent.OrderFilled filled && filled.Order == order);
        Assert.Contains(fence, heard => heard is VenueEvent.OrderDone done && done.Order == order && done.Cause == DoneCause.Filled);
        Assert.Contains(fence, heard => heard is VenueEvent.OrderAcknowledged ack && ack.Order == untouched);
        Assert.Contains(fence, heard => heard is VenueEvent.OrderNotFound lost && lost.Order == never);
    });

    [Fact]
    public Task C10_An_order_that_never_was_is_not_found_as_of_a_moment_of_the_venues_clock() => RunAsync(async (world, news, cancel) =>
    {
        var order = NextOrder();

        Assert.True(world.Venue.TrySubmit(new Instruction.Settle(world.Account, [Live(world, order, null)])));

        var lost = await news.AwaitAsync<VenueEvent.OrderNotFound>(heard => heard.Order == order, cancel);
        Assert.InRange(lost.VenueTime, world.Clock.GetUtcNow().AddMinutes(-1), world.Clock.GetUtcNow().AddMinutes(1));
    });

    [Fact]
    public Task C11_A_fill_that_none_of_our_orders_caused_is_reported_as_nobodys() => RunAsync(async (world, news, cancel) =>
    {
        await world.TradeElsewhereAsync();

        var foreign = await news.AwaitAsync<VenueEvent.OrderFilled>(fill => fill.Order is null, cancel);
        Assert.Equal(world.Account, foreign.Account);
    });

    [Fact]
    public Task C12_The_universe_names_each_market_once_and_knows_its_products() => RunAsync((world, _, _) =>
    {
        var universe = world.Venue.MarketData.Universe;
        var products = universe.Products.Select(product => product.Id).ToHashSet();

        Assert.NotEmpty(universe.Markets);
        Assert.Equal(universe.Markets.Length, universe.Markets.Select(market => market.Id).Distinct().Count());
        Assert.Equal(universe.Products.Length, products.Count);
        Assert.All(universe.Markets, market =>
        {
            Assert.Equal(MarketId.Of(market.Base.Id, market.Quote.Id, market.Venue, market.Route), market.Id);
            Assert.Contains(market.Base.Id, products);
            Assert.Contains(market.Quote.Id, products);
            Assert.Contains(market.Route, world.Venue.Routes);
        });
        return Task.CompletedTask;
    });

    [Fact]
    public Task C13_A_change_ends_the_standing_leg_and_begins_another_which_is_told_of_as_such() => RunAsync(async (world, news, cancel) =>
    {
        if (world.Venue.ModifyRefusalOf(world.Market.Route) is { } refusal)
        {
            Assert.NotEmpty(refusal);
            return;
        }

        var order = Place(world, world.RestingBuy);
        var standing = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order, cancel);
        Assert.True(world.Venue.TrySubmit(Change(world, order, standing.ExchangeOrderId, leg: 1)));

        var begun = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order && ack.Leg == 1, cancel);
        Assert.NotEqual(standing.ExchangeOrderId, begun.ExchangeOrderId);
        var ended = await news.AwaitAsync<VenueEvent.OrderDone>(end => end.Order == order, cancel);
        Assert.Equal((0, DoneCause.Canceled, Quantity.Zero), (ended.Leg, ended.Cause, ended.Executed!.Value));

        await world.FillRestingAsync(order);
        var filled = await news.AwaitAsync<VenueEvent.OrderFilled>(fill => fill.Order == order, cancel);
        Assert.Equal((1, world.Quantity), (filled.Leg, filled.Fill.Quantity!.Value));
    });

    [Fact]
    public Task C14_A_change_of_an_order_that_has_ended_is_refused_and_begins_nothing() => RunAsync(async (world, news, cancel) =>
    {
        if (world.Venue.ModifyRefusalOf(world.Market.Route) is not null)
            return;
        var order = Place(world, world.RestingBuy);
        var standing = await news.AwaitAsync<VenueEvent.OrderAcknowledged>(ack => ack.Order == order, cancel);
        await world.FillRestingAsync(order);
        await news.AwaitAsync<VenueEvent.OrderDone>(end => end.Order == order, cancel);
        Assert.True(world.Venue.TrySubmit(Change(world, order, standing.ExchangeOrderId, leg: 1)));

        var refused = await news.AwaitAsync<VenueEvent.OrderRejected>(refusal => refusal.Order == order, cancel);
        Assert.Equal(1, refused.Leg);
        Assert.NotEmpty(refused.Reason);
        Assert.True(world.Venue.TrySubmit(new Instruction.Settle(world.Account, [Live(world, order, null) with { Leg = 1 }])));
        await news.AwaitAsync<VenueEvent.OrderNotFound>(lost => lost.Order == order && lost.Leg == 1, cancel);
    });

    private static Instruction.Modify Change(VenueUnderTest world, OrderId order, string standing, int leg) =>
        new(Live(world, order, standing), leg, Intent(world, world.RestingBuy), world.Clock.GetUtcNow().AddSeconds(10));

    private static OrderId? EndOf(VenueEvent heard) => heard switch
    {
        VenueEvent.OrderRejected rejected => rejected.Order,
        VenueEvent.OrderDone done => done.Order,
        _ => null,
    };

    private static OrderIntent Intent(VenueUnderTest world, Price price) => new()
    {
        Account = world.Account,
        Market = world.Market,
        Side = Side.Buy,
        Price = price,
        Quantity = world.Quantity,
    };

    private static LiveOrder Live(VenueUnderTest world, OrderId order, string? exchangeOrderId) =>
        new(order, world.Market.Id, exchangeOrderId, world.Clock.GetUtcNow());

    private OrderId NextOrder() => new(++lastOrder);

    private OrderId Place(VenueUnderTest world, Price price, Func<OrderIntent, OrderIntent>? change = null)
    {
        var order = NextOrder();
        var intent = Intent(world, price);
        Assert.True(world.Venue.TrySubmit(
            new Instruction.Place(order, change?.Invoke(intent) ?? intent, world.Clock.GetUtcNow().AddSeconds(10))));
        return order;
    }

    private async Task RunAsync(Func<VenueUnderTest, VenueNews, CancellationToken, Task> test)
    {
        await using var world = await SetUpAsync();
        var news = new VenueNews();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var stop = new CancellationTokenSource();
        var running = world.Venue.RunAsync(new GatewayInstance(0xfeed), news, stop.Token);
        var connected = await news.AwaitAsync<VenueEvent.AccountConnected>(up => up.Account == world.Account, patience.Token);
        Assert.True(world.Venue.TrySubmit(new Instruction.Reconcile(world.Account, connected.Epoch, ImmutableArray<LiveOrder>.Empty, null)));
        await news.AwaitAsync<VenueEvent.AccountReconciled>(live => live.Epoch == connected.Epoch, patience.Token);

        await test(world, news, patience.Token);

        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.False(running.IsFaulted, running.Exception?.ToString());
    }
}
