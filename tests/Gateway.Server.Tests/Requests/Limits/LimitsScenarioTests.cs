using System.Text.Json;
using Gateway.Server.Tests.Harness;
using Gateway.Server.Tests.Requests.Orderflow;
using Gateway.Testing;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Limits;

/// <summary>The arithmetic of limits as a conversation, on a clock of the test; and again with a restart after every step.</summary>
public sealed class LimitsScenarioTests
{
    private const string T = """{"type":"Trader","value":"T"}""";
    private const string U = """{"type":"Trader","value":"U"}""";
    private const string Btc = """{"type":"Product","value":"BTC Crypto"}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_as_the_scenario_says(bool restarting)
    {
        await using var floor = await Floor.OpenAsync(restarting);
        await floor.SetAsync($$"""
            {"type":"MaxOpen","value":["Firm","Global","5000"]},{"type":"MaxOpen","value":["TraderDefault","Global","2000"]},
            {"type":"MaxFilled","value":[{{T}},{{Btc}},"1500"]},{"type":"MaxOpenAndRecentlyFilled","value":[{{T}},{{Btc}},"2500"]}
            """);

        // 1, 2
        var first = await floor.RestsAsync("t", "Buy", "10");
        Assert.Equal("1000", (await floor.InUseAsync(T, "\"Global\"")).Open);
        var second = await floor.RestsAsync("t", "Sell", "10");
        Assert.Equal("2000", (await floor.InUseAsync(T, "\"Global\"")).Open);

        // 3
        await floor.RefusesAsync(
            "t", "Buy", "1", "MaxOpen, Trader T, Global: amount 2000, current 2000, candidate 10, together 2010 (found through TraderDefault).", TestMarkets.Eth);

        // 4
        await floor.FillsAsync(first, 10);
        Assert.Equal("1000", (await floor.InUseAsync(T, "\"Global\"")).Open);
        Assert.Equal(("1000", "2000", "1000"), await floor.InUseAsync(T, Btc));

        // 5, 6
        await floor.RefusesAsync("t", "Buy", "6", "MaxOpenAndRecentlyFilled, Trader T, Product BTC Crypto: amount 2500, current 2000, candidate 600, together 2600.");
        var sixth = await floor.RestsAsync("t", "Buy", "5");
        Assert.Equal(("1500", "2500", "1500"), await floor.InUseAsync(T, Btc));

        // 7
        var alert = await floor.FallsSilentAboutAsync(second);
        Assert.Equal(("StaleOrder", second), (alert.GetProperty("kind").GetString(), alert.GetProperty("order_id").GetInt64()));
        Assert.Equal("1500", (await floor.InUseAsync(T, "\"Global\"")).Open);
        Assert.Equal(1 + 4 + 16 + 128, await floor.StateAsync(second));
        await floor.NextStepAsync(alive: second);

        // 8
        await floor.RestsAsync("u", "Buy", "20", TestMarkets.Eth);
        await floor.RefusesAsync(
            "u", "Buy", "181", "MaxOpen, Trader U, Global: amount 2000, current 200, candidate 1810, together 2010 (found through TraderDefault).", TestMarkets.Eth);
        Assert.Equal("200", (await floor.InUseAsync(U, "\"Global\"")).Open);

        // 9
        await floor.EndsAsync(second);
        await floor.PassAsync(TimeSpan.FromSeconds(300.001));
        Assert.Equal(("500", "500", "1500"), await floor.InUseAsync(T, Btc));

        // 10
        await floor.SetAsync($$"""{"type":"SetEnforcing","value":[{{T}},false]}""");
        var tenth = await floor.RestsAsync("t", "Buy", "4");
        Assert.Contains("together 1900", await floor.LastAlertAsync("LimitBreach", tenth), StringComparison.Ordinal);
        await floor.RefusesAsync("t", "Buy", "44", "MaxOpen, Firm, Global: amount 5000, current 1100, candidate 4400, together 5500.");

        // 11
        await floor.SetAsync($$"""{"type":"SetEnforcing","value":[{{T}},true]}""");
        await floor.RefusesAsync(
            "t", "Sell", "30", "MaxOpen, Trader T, Global: amount 2000, current 900, candidate 3000, together 3900 (found through TraderDefault).");
        await floor.RestsAsync("t", "Sell", "11");
        Assert.Equal("1900", (await floor.InUseAsync(T, Btc)).Filled);

        // 12
        await floor.HaltAsync();
        await floor.CancelsAsync(sixth);
        await floor.RefusesAsync("t", "Sell", "1", $"Trading is halted: TradableProduct {TestMarkets.Btc.Id} (by alice since 2026-01-02T12:05:00Z).");

        // 14
        await floor.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal("1100", (await floor.InUseAsync(T, Btc)).Filled);
    }

    /// <summary>A gateway, its clients and its clock, which starts again after every step where that is asked for.</summary>
    private sealed class Floor(bool restarting, string journal) : IAsyncDisposable
    {
        private static readonly (string Name, string Value)[] Settings =
        [
            ("Limits:PinnedPrices:0:Product", TestMarkets.Btc.Base.Id.Value), ("Limits:PinnedPrices:0:Dollars", "100"),
            ("Limits:PinnedPrices:1:Product", TestMarkets.Eth.Base.Id.Value), ("Limits:PinnedPrices:1:Dollars", "10"),
            .. TestGateway.Client("t", ["DEFAULT"], ["View", "Trade"]).Select(setting => (setting.Key, setting.Value!)),
            .. TestGateway.Client("u", ["DEFAULT"], ["View", "Trade"]).Select(setting => (setting.Key, setting.Value!)),
            ("Clients:t:Trader", "T"), ("Clients:u:Trader", "U"),
        ];

        private readonly ManualClock clock = new(TestVenue.Noon);
        private readonly DateTimeOffset filledAt = TestVenue.Noon;
        private TestGateway gateway = null!;
        private TestClient officer = null!;

        public static async Task<Floor> OpenAsync(bool restarting)
        {
            var floor = new Floor(restarting, Directory.CreateTempSubdirectory("gateway-limits-").FullName);
            await floor.BeginAsync(alive: null);
            return floor;
        }

        public async Task SetAsync(string limits)
        {
            await officer.ResponseAsync("SetLimits", $"\"limits\":[{limits}]");
            await NextStepAsync();
        }

        public async Task<long> RestsAsync(string client, string dir, string quantity, Market? market = null)
        {
            var order = await SendAsync(client, dir, quantity, market);
            gateway.Venue.Acknowledge(order);
            await officer.ReachAsync(order, 5);
            await NextStepAsync();
            return order;
        }

        public async Task RefusesAsync(string client, string dir, string quantity, string reason, Market? market = null)
        {
            var order = await SendAsync(client, dir, quantity, market);
            Assert.Equal(2 + 64, await StateAsync(order));
            Assert.Equal(reason, (await officer.ResponseAsync("GetRejectReason", $"\"order_ids\":[{order}]"))[0].GetString());
            await NextStepAsync();
        }

        public async Task FillsAsync(long order, decimal quantity)
        {
            gateway.Venue.Fill(order, "f1", quantity, 100);
            await officer.ReachAsync(order, 4 + 8 + 64);
            await NextStepAsync();
        }

        public async Task<JsonElement> FallsSilentAboutAsync(long order)
        {
            gateway.Venue.Confirms = false;
            var watching = gateway.Connect();
            await watching.ResponseAsync("SubscribeAlerts");
            await officer.ResponseAsync("CancelOrder", $"\"order_id\":{order}");
            await officer.ReachAsync(order, 1 + 4 + 16);
            clock.Advance(TimeSpan.FromSeconds(31));
            return Assert.Single((await watching.NextAsync()).GetProperty("response").EnumerateArray());
        }

        public async Task EndsAsync(long order)
        {
            gateway.Venue.Report(new VenueEvent.OrderDone(new("DEFAULT"), new(order), DoneCause.Canceled, Quantity.Zero, "canceled", null, TestVenue.Noon));
            await officer.ReachAsync(order, 4 + 32 + 64);
            gateway.Venue.Confirms = true;
            await NextStepAsync();
        }

        public async Task CancelsAsync(long order)
        {
            await officer.ResponseAsync("CancelOrder", $"\"order_id\":{order}");
            await officer.ReachAsync(order, 4 + 32 + 64);
            await NextStepAsync();
        }

        public async Task HaltAsync()
        {
            await officer.ResponseAsync("Halt", $$""" "halt":{"type":"TradableProduct","value":"{{TestMarkets.Btc.Id}}"} """);
            await NextStepAsync();
        }

        /// <summary>Until so long after the fill.</summary>
        public Task PassAsync(TimeSpan sinceFill)
        {
            clock.Advance(filledAt + sinceFill - clock.GetUtcNow());
            return NextStepAsync();
        }

        public Task<int> StateAsync(long order) => officer.StateAsync(order);

        public async Task<(string Open, string Recent, string Filled)> InUseAsync(string set, string scope)
        {
            var used = (await officer.ResponseAsync("GetLimits", $"\"limits\":[[{set},{scope}]]"))[0].GetProperty("in_use");
            return (Of("MaxOpen"), Of("MaxOpenAndRecentlyFilled"), Of("MaxFilled"));

            string Of(string measure) => used.GetProperty(measure).GetString()!;
        }

        public async Task<string> LastAlertAsync(string kind, long order)
        {
            var alerts = await gateway.Connect().ResponseAsync("SubscribeAlerts", $"\"path\":\"{kind}\",\"seek\":0");
            return alerts.EnumerateArray().Single(alert => alert.GetProperty("order_id").GetInt64() == order).GetProperty("message").GetString()!;
        }

        /// <param name="alive">An order in doubt that the venue says is alive when asked.</param>
        public async Task NextStepAsync(long? alive = null)
        {
            if (!restarting)
                return;
            await gateway.LeaveJournalAsync();
            await BeginAsync(alive);
        }

        public async ValueTask DisposeAsync()
        {
            await gateway.LeaveJournalAsync();
            Directory.Delete(journal, recursive: true);
        }

        private async Task BeginAsync(long? alive)
        {
            var venue = new TestVenue("DEFAULT", "SECOND", "THIRD") { Confirms = alive is null };
            venue.Marks.Clear();
            if (alive is { } order)
                venue.Acknowledge(order);
            gateway = await TestGateway.StartAsync(venue, clock, journal, Settings);
            officer = gateway.Connect();
        }

        private async Task<long> SendAsync(string client, string dir, string quantity, Market? market) =>
            (await gateway.Connect(client).ResponseAsync(
                "SendLimitOrder",
                $$""" "target":"{{(market ?? TestMarkets.Btc).Id}}","dir":"{{dir}}","price":"{{(market is null ? 100 : 10)}}","quantity":"{{quantity}}","account":"DEFAULT" """))
            .GetInt64();
    }
}
