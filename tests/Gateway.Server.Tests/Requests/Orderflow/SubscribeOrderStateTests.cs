using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class SubscribeOrderStateTests
{
    [Fact]
    public async Task Begins_with_the_open_orders_and_goes_on_with_every_change_of_visible_ones()
    {
        await using var gateway = await TestGateway.StartAsync();
        var trader = gateway.Connect();
        var order = await trader.PlaceAsync();
        var watcher = gateway.Connect("eve");

        var snapshot = await watcher.ResponseAsync("SubscribeOrderState");
        await gateway.Connect("bob").PlaceAsync("THIRD");
        gateway.Venue.Acknowledge(order);

        Assert.Equal(order, snapshot[0].GetProperty("order_id").GetInt64());
        var states = new List<int>();
        long last = snapshot[0].GetProperty("sequence").GetInt64();
        while (!states.Contains(5))
        {
            var answer = await watcher.NextAsync();
            Assert.Equal(1, answer.GetProperty("id").GetInt32());
            foreach (var update in answer.GetProperty("response").EnumerateArray())
            {
                Assert.Equal(order, update.GetProperty("order_id").GetInt64());
                Assert.True(update.GetProperty("sequence").GetInt64() > last);
                last = update.GetProperty("sequence").GetInt64();
                states.Add(update.GetProperty("state").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Resumes_after_the_last_sequence_seen_without_a_gap()
    {
        await using var gateway = await TestGateway.StartAsync();
        var trader = gateway.Connect();
        var order = await trader.PlaceAsync();
        var seen = (await gateway.Connect().ResponseAsync("SubscribeOrderState"))[0].GetProperty("sequence").GetInt64();
        gateway.Venue.Acknowledge(order);
        gateway.Venue.Fill(order, "f1", 0.05m, 50_000);
        await trader.ReachAsync(order, 1 + 4 + 8);

        var missed = await gateway.Connect().ResponseAsync("SubscribeOrderState", $"\"after\":{seen}");

        Assert.Contains(13, missed.EnumerateArray().Select(update => update.GetProperty("state").GetInt32()));
        Assert.All(missed.EnumerateArray(), update => Assert.True(update.GetProperty("sequence").GetInt64() > seen));
    }

    [Fact]
    public async Task Price_and_quantity_are_told_of_an_order_that_was_changed_and_left_out_of_any_other()
    {
        await using var gateway = await TestGateway.StartAsync();
        var trader = gateway.Connect();
        var order = await trader.PlaceAsync();
        gateway.Venue.Acknowledge(order);
        await trader.ReachAsync(order, 1 + 4);
        var watcher = gateway.Connect();
        var update = (await watcher.ResponseAsync("SubscribeOrderState"))[0];
        Assert.False(update.TryGetProperty("price", out _) || update.TryGetProperty("quantity", out _), update.GetRawText());

        await trader.ResponseAsync("ModifyOrder", $"\"order_id\":{order},\"price\":\"50100\",\"quantity\":\"0.2\"");
        gateway.Venue.End(order);
        gateway.Venue.Acknowledge(order, leg: 1);
        while (!update.TryGetProperty("price", out _))
            update = (await watcher.NextAsync()).GetProperty("response")[0];

        Assert.Equal(("50100", "0.2", 5), (update.GetProperty("price").GetString(), update.GetProperty("quantity").GetString(), update.GetProperty("state").GetInt32()));
        Assert.Equal(update.GetRawText(), (await gateway.Connect().ResponseAsync("SubscribeOrderState"))[0].GetRawText());
    }

    [Fact]
    public async Task Very_many_changes_at_once_are_told_in_several_messages_of_which_none_is_long()
    {
        const int Orders = 500;
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT", "SECOND", "THIRD") { Confirms = false });
        var trader = gateway.Connect();
        for (var order = 0; order < Orders; order++)
            await trader.PlaceAsync();
        var watcher = gateway.Connect("eve");
        await watcher.ResponseAsync("SubscribeOrderState");

        await trader.ResponseAsync("CancelAll", """ "scope":"Global","set":"Firm" """);
        var told = new List<(long Sequence, long Order)>();
        var messages = 0;
        while (told.Select(update => update.Order).Distinct().Count() < Orders)
        {
            var message = await watcher.NextAsync();
            messages++;
            Assert.InRange(message.GetRawText().Length, 1, 65 * 1024);
            told.AddRange(message.GetProperty("response").EnumerateArray()
                .Select(update => (update.GetProperty("sequence").GetInt64(), update.GetProperty("order_id").GetInt64())));
        }

        Assert.InRange(messages, 2, Orders / 100);
        Assert.Equal(told.OrderBy(update => update.Sequence).Distinct(), told);
    }

    [Fact]
    public async Task The_id_of_a_live_subscription_is_taken()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.AskRawAsync("""{"id":"s","type":"SubscribeOrderState"}""");

        JsonElement answer = await client.AskRawAsync("""{"id":"\u0073","type":"Unsubscribe"}""");

        Assert.Equal("InvalidRequest", answer.GetProperty("error").GetProperty("code").GetString());
        Assert.True(answer.GetProperty("error").GetProperty("details").TryGetProperty("id", out _));
    }

    [Fact]
    public async Task The_id_of_a_refused_subscription_is_free_as_soon_as_its_refusal_is_read()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        for (var again = 0; again < 300; again++)
        {
            var refused = await client.AskRawAsync("""{"id":"s","type":"SubscribeOrderState","after":9007199254740991}""");

            Assert.True(refused.GetProperty("error").GetProperty("details").TryGetProperty("after", out _), refused.ToString());
        }
    }
}
