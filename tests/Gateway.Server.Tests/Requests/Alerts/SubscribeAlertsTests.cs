using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Alerts;

public sealed class SubscribeAlertsTests
{
    [Fact]
    public async Task Tells_what_is_not_enforced_and_resumes_after_what_was_seen()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var watching = gateway.Connect();
        Assert.Equal(0, (await watching.ResponseAsync("SubscribeAlerts")).GetArrayLength());
        await client.ResponseAsync("SetLimits", """
            "limits":[{"type":"SetEnforcing","value":["Firm",false]},{"type":"MaxOrder","value":["Firm","Global","1"]}]
            """);
        var order = (await client.ResponseAsync("SendLimitOrder", OrderFields.Limit())).GetInt64();

        var alert = (await watching.NextAsync()).GetProperty("response")[0];

        Assert.Equal(("LimitBreach", "Warning", "DEFAULT", order), (
            alert.GetProperty("kind").GetString(), alert.GetProperty("severity").GetString(), alert.GetProperty("account").GetString(),
            alert.GetProperty("order_id").GetInt64()));
        var again = await gateway.Connect().ResponseAsync("SubscribeAlerts", $"\"seek\":{alert.GetProperty("sequence").GetInt64() - 1}");
        Assert.Equal(alert.GetRawText(), again[0].GetRawText());
    }

    [Fact]
    public async Task Keeps_to_the_path_and_to_the_accounts_of_the_key()
    {
        await using var gateway = await TestGateway.StartAsync();
        var bob = gateway.Connect("bob");
        await bob.ResponseAsync("SubscribeAlerts", """ "path":"VenueDisconnected" """);

        gateway.Venue.Fill(order: null, "f1", 0.1m, 50_000, "THIRD");
        gateway.Venue.Report(new VenueEvent.AccountDisconnected(new("DEFAULT"), "not for bob", TestVenue.Noon));
        gateway.Venue.Report(new VenueEvent.AccountDisconnected(new("THIRD"), "the peer closed the connection", TestVenue.Noon));

        var alert = Assert.Single((await bob.NextAsync()).GetProperty("response").EnumerateArray());
        Assert.Equal(("VenueDisconnected", "Critical"), (alert.GetProperty("kind").GetString(), alert.GetProperty("severity").GetString()));
        Assert.Contains("THIRD", alert.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"path\":\"Anything\"", "path")]
    [InlineData("\"seek\":-1", "seek")]
    [InlineData("\"seek\":100000", "seek")]
    public async Task What_cannot_be_watched_is_refused(string fields, string offending)
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("SubscribeAlerts", fields);

        Assert.True(error.GetProperty("details").TryGetProperty(offending, out _));
    }
}
