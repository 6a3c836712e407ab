using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Wire;

public sealed class RecordedMessageTests
{
    [Fact]
    public void A_recorded_fill_is_read_to_the_digit()
    {
        var fills = UserFill.ReadAll(TestData.Recorded("userFills.dustConversion"));

        Assert.Equal(5, fills.Length);
        Assert.Equal(
            ("@156", 160.32m, 1.267m, Side.Buy, 1762697535160L, 228721726126L, 567745090281031L, true, 0.00088689m, "USOL"),
            (fills[2].Coin, fills[2].Price!.Value, fills[2].Size!.Value, fills[2].Side!.Value, fills[2].Time!.Value, fills[2].ExchangeOrderId!.Value,
                fills[2].TradeId!.Value, fills[2].Crossed!.Value, fills[2].Fee!.Value, fills[2].FeeToken));
        Assert.Equal((0L, 0.0000086141m), (fills[3].TradeId!.Value, fills[3].Size!.Value));
        Assert.Equal(5, fills.Select(fill => fill.Key).Distinct().Count());
    }

    [Fact]
    public void Old_fills_without_trade_numbers_still_have_a_key_each()
    {
        var fills = UserFill.ReadAll(TestData.Recorded("userFillsByTime.2023"));

        Assert.Equal(60, fills.Length);
        Assert.All(fills, fill => Assert.True(fill.Price > 0 && fill.Size > 0 && fill.TradeId is null));
        Assert.Equal(fills.Select(fill => fill.Raw).Distinct().Count(), fills.Select(fill => fill.Key).Distinct().Count());
    }

    [Fact]
    public void A_fill_of_a_liquidation_is_read_like_any_other()
    {
        var message = TestData.Recorded("ws.user.fillLiquidation");
        var fill = Assert.Single(UserFill.ReadAll(message.GetProperty("data").GetProperty("fills")));

        Assert.Equal((66653m, 0.001m, false, 0.009997m), (fill.Price!.Value, fill.Size!.Value, fill.Crossed!.Value, fill.Fee!.Value));
        Assert.Equal("0xe8d5fd7ebbb4c3cff4d1803472a11463", fill.Cloid);
    }

    [Fact]
    public void Recorded_history_is_read()
    {
        var reports = TestData.Recorded("historicalOrders").EnumerateArray().Select(report => OrderReport.Read(report)!.Value).ToList();

        Assert.Equal(
            [OrderFate.Rejected, OrderFate.Rejected, OrderFate.Rejected, OrderFate.Canceled, OrderFate.Canceled], reports.Select(report => report.Fate));
        Assert.Equal((141682147400L, 1500.3m, 1500.3m, "DYDX"), (reports[3].ExchangeOrderId, reports[3].OriginalSize!.Value, reports[3].RemainingSize!.Value, reports[3].Coin));
        Assert.Equal(Quantity.Zero, reports[3].Executed);
        Assert.Null(reports[3].Cloid);
    }

    [Fact]
    public void A_recorded_order_update_is_read()
    {
        var push = TestData.Recorded("ws.subscriptions").EnumerateArray()
            .Select(entry => entry.GetProperty("push")).Single(frame => frame.GetProperty("channel").GetString() == "orderUpdates");

        var order = push.GetProperty("data")[0].GetProperty("order");
        Assert.Equal(
            new OrderReport(1, Cloid: null, "@107", 0.49m, 0.49m, ReduceOnly: false, "open")
            {
                PlacedAt = DateTimeOffset.FromUnixTimeMilliseconds(order.GetProperty("timestamp").GetInt64()),
                Side = order.GetProperty("side").GetString() == "B" ? Side.Buy : Side.Sell,
                Price = decimal.Parse(order.GetProperty("limitPx").GetString()!),
            },
            OrderReport.Read(push.GetProperty("data")[0]));
    }

    [Fact]
    public void Recorded_open_orders_are_read()
    {
        var old = OpenOrder.ReadAll(TestData.Recorded("openOrders.2023"));
        var frontend = OpenOrder.ReadAll(TestData.Recorded("frontendOpenOrders"));

        Assert.Equal((62269971L, null, OrderFate.Live), (old[0].ExchangeOrderId, old[0].Cloid, old[0].Fate));
        Assert.All(old.Concat(frontend), order => Assert.True(order is { Side: not null, Price: > 0, RemainingSize: > 0 }));
        Assert.Equal(3, frontend.Length);
    }

    [Fact]
    public void The_recorded_account_state_states_the_time() => Assert.Equal(
        DateTimeOffset.FromUnixTimeMilliseconds(1754467216357), ClearinghouseTime.Read(TestData.Recorded("clearinghouseState.isolated")));

    [Fact]
    public void The_recorded_role_is_read() => Assert.Equal(new UserRole("vault", Master: null), UserRole.Read(TestData.Recorded("userRole")));

    [Theory]
    [InlineData("""{"id":1,"response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":[{"resting":{"oid":311642020084,"cloid":"0x430882655000030000000001000000b9"}}]}}}}}""", "Resting { ExchangeOrderId = 311642020084 }")]
    [InlineData("""{"id":1,"response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":[{"filled":{"totalSz":"0.01","avgPx":"2080.2","oid":315445859529}}]}}}}}""", "Filled { ExchangeOrderId = 315445859529, Size = 0.01 }")]
    [InlineData("""{"id":1,"response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":["waitingForTrigger"]}}}}}""", "Waiting { }")]
    [InlineData("""{"id":1,"response":{"type":"action","payload":{"status":"ok","response":{"type":"cancel","data":{"statuses":["success",{"error":"x"}]}}}}}""", "Success { }")]
    [InlineData("""{"id":1,"response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":[{"error":"Order must have minimum value of $10. asset=1"}]}}}}}""", "Error { Text = Order must have minimum value of $10. asset=1 }")]
    public void Statuses_of_executed_actions_are_strings_or_objects(string data, string first)
    {
        Assert.True(PostReply.TryRead(TestData.Json(data), out var id, out var reply));
        Assert.Equal((1L, first), (id, Assert.IsType<PostReply.Executed>(reply).Statuses[0].ToString()));
    }

    [Fact]
    public void The_recorded_answer_to_a_resting_order_is_read()
    {
        var data = TestData.Json($$$"""{"id":4,"response":{"type":"action","payload":{{{TestData.Recorded("exchange.order.resting").GetRawText()}}} } }""");

        Assert.True(PostReply.TryRead(data, out _, out var reply));
        Assert.Equal(new ItemStatus.Resting(77738308), Assert.Single(Assert.IsType<PostReply.Executed>(reply).Statuses));
    }

    [Fact]
    public void An_unknown_order_is_told_from_an_answer_that_cannot_be_read()
    {
        Assert.Null(OrderStatusReply.Read(TestData.Json("""{"status":"unknownOid"}""")).Order);
        Assert.Throws<UnreadableMessageException>(() => OrderStatusReply.Read(TestData.Json("""{"status":"order"}""")));
        Assert.Throws<UnreadableMessageException>(() => OrderStatusReply.Read(TestData.Json("{}")));
    }

    [Theory]
    [InlineData("too many pending post requests id=17", true, 17)]
    [InlineData("Invalid subscription {}", false, 0)]
    [InlineData("id=", false, 0)]
    [InlineData("id=x", false, 0)]
    public void An_error_text_may_name_its_post(string text, bool named, long post)
    {
        Assert.Equal(named, ErrorText.TryReadPostId(text, out var id));
        Assert.Equal(post, id);
    }

    [Theory]
    [InlineData("\"3495670.8399999999\"", "3495670.8399999999")]
    [InlineData("\"0.0\"", "0.0")]
    [InlineData("17", "17")]
    [InlineData("\"1e5\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Decimals_may_have_any_number_of_digits(string json, string? value) => Assert.Equal(
        value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), TestData.Json($$"""{"n":{{json}}}""").Number("n"));
}
