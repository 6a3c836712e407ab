using System.Net;
using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_once_the_journal_is_replayed_and_every_account_is_live()
    {
        await using var gateway = await TestGateway.StartAsync();

        var (status, body) = await gateway.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, status);
        using var ready = JsonDocument.Parse(body);
        Assert.Equal("ready", ready.RootElement.GetProperty("status").GetString());
        Assert.Equal("live at HYPERLIQUID", ready.RootElement.GetProperty("accounts").GetProperty("DEFAULT").GetString());
    }

    [Fact]
    public async Task Not_ready_while_the_venue_is_away_but_alive()
    {
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT") { Connects = false });

        var (status, body) = await gateway.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("connecting to HYPERLIQUID", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/health/live")).Status);
    }
}
