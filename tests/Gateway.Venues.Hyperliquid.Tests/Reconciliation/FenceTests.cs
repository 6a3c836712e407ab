using System.Globalization;
using System.Net;
using System.Text.Json;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Reconciliation;

public sealed class FenceTests
{
    [Fact]
    public void Nothing_open_and_nothing_new_is_reconciled_at_once() => VenueWorld.Connected(world =>
    {
        world.Reconcile(epoch: 1, fillsSince: null);

        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.AccountReconciled>()).Epoch);
    });

    [Fact]
    public void Of_a_connection_that_stands_only_the_first_look_is_logged() => VenueWorld.Connected(world =>
    {
        for (var look = 0; look < 3; look++)
            world.Reconcile(epoch: 1, fillsSince: null);

        Assert.Equal(3, world.Of<VenueEvent.AccountReconciled>().Count);
        Assert.Single(world.Log.Lines, line => line.StartsWith("3201", StringComparison.Ordinal));
    });

    [Fact]
    public void Each_order_is_reported_once_after_all_fills_and_before_the_account_is_reconciled() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ =>
            $$"""[{"coin":"BTC","side":"B","limitPx":"1.0","sz":"1.0","oid":11,"timestamp":1,"origSz":"1.0","cloid":"{{VenueWorld.CloidOf(1)}}"}]""";
        world.Info.Answers["orderStatus"] = request => request.GetProperty("oid") switch
        {
            { ValueKind: JsonValueKind.Number } number when number.GetInt64() == 12 => Status(12, 2, "filled", "0.0"),
            { ValueKind: JsonValueKind.String } cloid when cloid.GetString() == VenueWorld.CloidOf(3) => Status(13, 3, "canceled", "0.5"),
            { ValueKind: JsonValueKind.String } cloid when cloid.GetString() == VenueWorld.CloidOf(4) => Status(14, 4, "perpMarginRejected", "1.0"),
            _ => """{"status":"unknownOid"}""",
        };
        var now = world.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(now - 1, 2, oid: 12)},{Fill(now - 2, 1, oid: 13)}]";

        world.Reconcile(1, fillsSince: null, world.Live(1), world.Live(2, "12"), world.Live(3), world.Live(4), world.Live(5));

        var fence = world.Heard.SkipWhile(heard => heard is not VenueEvent.OrderFilled).ToList();
        Assert.Equal(
            ["OrderFilled", "OrderFilled", "OrderAcknowledged", "OrderDone", "OrderDone", "OrderRejected", "OrderNotFound", "AccountReconciled"],
            fence.Select(heard => heard.GetType().Name));
        // Fills come oldest first and are recognised by the numbers just learned.
        Assert.Equal([new OrderId(3), new OrderId(2)], fence.OfType<VenueEvent.OrderFilled>().Select(filled => filled.Order!.Value));
        Assert.Equal("11", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
        Assert.Equal([(DoneCause.Filled, 1m), (DoneCause.Canceled, 0.5m)], world.Of<VenueEvent.OrderDone>().Select(done => (done.Cause, done.Executed!.Value.Value)));
        Assert.Equal("perpMarginRejected", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason);
    });

    [Fact]
    public void Orders_of_others_that_stand_are_reported_and_one_that_is_known_is_not_taken_for_ours() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ =>
            """[{"coin":"BTC","side":"A","limitPx":"101000.0","sz":"0.3","oid":21,"timestamp":1,"origSz":"0.5"},{"coin":"BTC","side":"B","limitPx":"99000.0","sz":"0.1","oid":22,"timestamp":1,"origSz":"0.1","cloid":"0x00000000000000000000000000000001"},{"coin":"NOBODY","side":"B","limitPx":"1.0","sz":"1.0","oid":23,"timestamp":1,"origSz":"1.0"}]""";
        world.Info.Answers["orderStatus"] = _ => Status(24, 2, "canceled", "0.5").Replace(VenueWorld.CloidOf(2), "0x00000000000000000000000000000002", StringComparison.Ordinal);
        world.Reconcile(1, fillsSince: null, world.Live(2, "24") with { IsForeign = true });

        var told = world.Of<VenueEvent.ForeignOrder>().ToList();
        Assert.Equal(
            [("24", DoneCause.Canceled), ("21", null), ("22", (DoneCause?)null)],
            told.Select(order => (order.ExchangeOrderId, order.Ended)));
        Assert.Equal(
            (Side.Sell, 101_000m, 0.5m, 0.2m),
            (told[1].Terms.Side, told[1].Terms.Price.Value, told[1].Terms.Quantity.Value, told[1].Filled.Value));
        Assert.Empty(world.Of<VenueEvent.OrderDone>());
        Assert.Empty(world.Of<VenueEvent.OrderAcknowledged>());
    });

    [Fact]
    public void The_fills_of_a_reduce_only_order_that_ended_are_counted_when_it_is_asked_about() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["orderStatus"] = _ =>
            Status(12, 2, "filled", "0.0").Replace("\"reduceOnly\":false", "\"reduceOnly\":true", StringComparison.Ordinal);
        var now = world.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(now - 1, 2, oid: 12)},{Fill(now - 2, 1, oid: 13)}]";

        world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(2, "12")]));
        world.Run();

        var counted = Assert.Single(world.Of<VenueEvent.OrderFilled>(), filled => filled.Order == new OrderId(2)).Fill.Quantity;
        Assert.Equal(counted, Assert.Single(world.Of<VenueEvent.OrderDone>()).Executed);
    });

    [Fact]
    public void Fills_of_an_ended_order_are_asked_for_from_its_placing_by_the_venues_clock_where_ours_was_ahead() => VenueWorld.Connected(world =>
    {
        var placed = world.Clock.GetUtcNow().AddMinutes(-5);
        world.Info.Answers["orderStatus"] = _ => Status(12, 2, "filled", "0.0").Replace(
            "\"timestamp\":1,", $"\"timestamp\":{placed.ToUnixTimeMilliseconds()},", StringComparison.Ordinal);

        world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(2, "12")]));
        world.Run();

        Assert.Equal([(placed - world.Options.FillOverlap).ToUnixTimeMilliseconds()], world.Info.Of("userFillsByTime").Select(Since));
    });

    [Fact]
    public void Not_found_carries_a_venue_time_read_before_the_question() => VenueWorld.Connected(world =>
    {
        var venueTime = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
        world.Info.Answers["clearinghouseState"] = _ => """{"time":1700000000000}""";

        world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(1)]));
        world.Run();

        Assert.Equal(venueTime, Assert.Single(world.Of<VenueEvent.OrderNotFound>()).VenueTime);
        var types = world.Info.Requests.Select(request => request.GetProperty("type").GetString()).ToList();
        Assert.True(types.IndexOf("clearinghouseState") < types.IndexOf("openOrders"));
        Assert.True(types.IndexOf("openOrders") < types.IndexOf("orderStatus"));
    });

    [Fact]
    public void Fills_are_read_page_by_page_each_once() => VenueWorld.Connected(world =>
    {
        var start = world.Clock.GetUtcNow().AddHours(-1);
        var first = start.ToUnixTimeMilliseconds();
        // 1,300 fills, three in each millisecond, in pages of 500, newest first within a page.
        var fills = Enumerable.Range(0, 1300).Select(n => (Time: first + (n / 3), Text: Fill(first + (n / 3), n, oid: 1))).ToList();
        world.Info.Answers["userFillsByTime"] = request =>
        {
            var since = request.GetProperty("startTime").GetInt64();
            return $"[{string.Join(',', fills.Where(fill => fill.Time >= since).Take(500).Reverse().Select(fill => fill.Text))}]";
        };

        world.Reconcile(1, start);

        var reported = world.Of<VenueEvent.OrderFilled>().Select(filled => filled.Fill.Key).ToList();
        Assert.Equal(1300, reported.Count);
        Assert.Equal(1300, reported.Distinct().Count());
        Assert.Single(world.Of<VenueEvent.AccountReconciled>());
    });

    [Fact]
    public void A_page_full_of_one_millisecond_does_not_hold_the_fence_up() => VenueWorld.Connected(world =>
    {
        var start = world.Clock.GetUtcNow();
        var at = start.ToUnixTimeMilliseconds();
        var fills = Enumerable.Range(0, 700).Select(n => (Time: at, Text: Fill(at, n, oid: 1))).Append((Time: at + 1, Text: Fill(at + 1, 9999, oid: 1))).ToList();
        world.Info.Answers["userFillsByTime"] = request =>
        {
            var since = request.GetProperty("startTime").GetInt64();
            return $"[{string.Join(',', fills.Where(fill => fill.Time >= since).Take(500).Select(fill => fill.Text))}]";
        };

        world.Reconcile(1, start);

        Assert.Equal(501, world.Of<VenueEvent.OrderFilled>().Count);
        Assert.Contains(world.Log.Lines, line => line.StartsWith("3203", StringComparison.Ordinal));
        Assert.Single(world.Of<VenueEvent.AccountReconciled>());
    });

    [Fact]
    public void Fills_are_asked_for_from_before_the_last_known_one() => VenueWorld.Connected(world =>
    {
        var last = world.Clock.GetUtcNow().AddMinutes(-10);
        world.Reconcile(1, last);

        Assert.Equal([(last - world.Options.FillOverlap).ToUnixTimeMilliseconds()], world.Info.Of("userFillsByTime").Select(Since));
    });

    [Fact]
    public void With_no_fill_known_they_are_asked_for_from_before_the_oldest_order() => VenueWorld.Connected(world =>
    {
        var placed = world.Clock.GetUtcNow().AddMinutes(-30);
        world.Reconcile(1, fillsSince: null, world.Live(1) with { PlacedAt = placed }, world.Live(2));

        Assert.Equal([(placed - world.Options.FillOverlap).ToUnixTimeMilliseconds()], world.Info.Of("userFillsByTime").Select(Since));
    });

    [Fact]
    public void A_gap_that_an_interrupted_fence_left_is_asked_for_again() => VenueWorld.Connected(world =>
    {
        world.Reconcile(1, fillsSince: null);
        var complete = world.Clock.GetUtcNow();
        world.Pass(TimeSpan.FromMinutes(20));
        world.Stream.Break();
        world.Pass(TimeSpan.FromSeconds(2));

        // The stream has delivered a newer fill meanwhile, so the engine's last fill lies behind the gap.
        world.Reconcile(2, world.Clock.GetUtcNow());

        Assert.Equal((complete - world.Options.FillOverlap).ToUnixTimeMilliseconds(), Since(world.Info.Of("userFillsByTime").Last()));
    });

    [Fact]
    public void The_fence_is_tried_again_until_the_venue_answers() => VenueWorld.Connected(world =>
    {
        world.Info.Status = HttpStatusCode.BadGateway;
        world.Reconcile(1, fillsSince: null, world.Live(1));
        world.Pass(TimeSpan.FromSeconds(5));
        Assert.Empty(world.Of<VenueEvent.AccountReconciled>());
        Assert.Empty(world.Of<VenueEvent.OrderNotFound>());

        world.Info.Status = HttpStatusCode.OK;
        world.Pass(TimeSpan.FromMinutes(1));

        Assert.Single(world.Of<VenueEvent.AccountReconciled>());
        Assert.Single(world.Of<VenueEvent.OrderNotFound>());
    });

    [Fact]
    public void The_fence_of_a_connection_that_is_gone_reconciles_nothing() => VenueWorld.Connected(world =>
    {
        world.Info.Status = HttpStatusCode.BadGateway;
        world.Reconcile(1, fillsSince: null);
        world.Stream.Break();
        world.Pass(TimeSpan.FromSeconds(5));
        world.Info.Status = HttpStatusCode.OK;
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Of<VenueEvent.AccountReconciled>());

        world.Reconcile(2, fillsSince: null);

        Assert.Equal(2, Assert.Single(world.Of<VenueEvent.AccountReconciled>()).Epoch);
    });

    [Fact]
    public void A_connection_lost_during_the_fence_leaves_the_account_unreconciled() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userFillsByTime"] = _ =>
        {
            world.Stream.Break();
            world.Run();
            return "[]";
        };
        world.Reconcile(1, fillsSince: null);

        Assert.Empty(world.Of<VenueEvent.AccountReconciled>());
        Assert.Single(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void The_stream_reports_on_while_the_fence_waits() => VenueWorld.Connected(world =>
    {
        world.Info.Status = HttpStatusCode.BadGateway;
        world.Reconcile(1, fillsSince: null);
        world.PushFill(Fill(world.Clock.GetUtcNow().ToUnixTimeMilliseconds(), 1, oid: 5));

        Assert.Single(world.Of<VenueEvent.OrderFilled>());
    });

    [Fact]
    public void A_settled_order_that_has_ended_comes_after_its_fills() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["orderStatus"] = _ => Status(12, 2, "filled", "0.0");
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(world.Clock.GetUtcNow().ToUnixTimeMilliseconds(), 2, oid: 12)}]";

        world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(2)]));
        world.Run();

        Assert.Equal(["OrderFilled", "OrderDone"], world.Heard.TakeLast(2).Select(heard => heard.GetType().Name));
    });

    private static long Since(JsonElement request) => request.GetProperty("startTime").GetInt64();

    private static string Status(long oid, long number, string status, string left) =>
        $$$$"""{"status":"order","order":{"order":{"coin":"BTC","side":"B","limitPx":"1.0","sz":"{{{{left}}}}","oid":{{{{oid}}}},"timestamp":1,"triggerCondition":"N/A","isTrigger":false,"triggerPx":"0.0","children":[],"isPositionTpsl":false,"reduceOnly":false,"orderType":"Limit","origSz":"1.0","tif":"Gtc","cloid":"{{{{VenueWorld.CloidOf(number)}}}}"},"status":"{{{{status}}}}","statusTimestamp":1724361546645}}""";

    private static string Fill(long time, long tid, long oid) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"coin":"BTC","px":"50000.0","sz":"0.5","side":"B","time":{{time}},"oid":{{oid}},"crossed":true,"fee":"0.01","tid":{{tid}},"feeToken":"USDC"}""");
}
