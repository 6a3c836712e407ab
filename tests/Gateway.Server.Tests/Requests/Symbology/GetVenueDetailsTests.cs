using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class GetVenueDetailsTests
{
    [Fact]
    public async Task A_venue_all_of_whose_accounts_are_live_is_online()
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal("Online", await StatusAsync(gateway));
    }

    [Fact]
    public async Task A_venue_that_was_never_reached_is_offline()
    {
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT") { Connects = false });

        Assert.Equal("Offline", await StatusAsync(gateway));
    }

    [Fact]
    public async Task A_venue_that_has_not_reconciled_every_account_is_reconciling_and_online_again_after_it()
    {
        await using var gateway = await TestGateway.StartAsync();

        gateway.Venue.Report(new VenueEvent.AccountDisconnected(new("SECOND"), "cut", TestVenue.Noon));
        await ReachAsync(gateway, "Reconciling");

        gateway.Venue.Report(new VenueEvent.AccountConnected(new("SECOND"), 2, TestVenue.Noon));
        await ReachAsync(gateway, "Online");
    }

    [Fact]
    public async Task Unknown_ids_are_null()
    {
        await using var gateway = await TestGateway.StartAsync();

        var details = await gateway.Connect().ResponseAsync("GetVenueDetails", """ "venue":["hyperliquid","HYPERLIQUID"] """);

        Assert.Equal("""[null,{"id":"HYPERLIQUID","name":"HYPERLIQUID","status":"Online"}]""", details.GetRawText());
    }

    private static async Task<string?> StatusAsync(TestGateway gateway) =>
        (await gateway.Connect().ResponseAsync("GetVenueDetails", """ "venue":["HYPERLIQUID"] """))[0].GetProperty("status").GetString();

    private static async Task ReachAsync(TestGateway gateway, string status)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (await StatusAsync(gateway) is var now && now != status)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"The venue stays {now}.");
            await Task.Yield();
        }
    }
}
