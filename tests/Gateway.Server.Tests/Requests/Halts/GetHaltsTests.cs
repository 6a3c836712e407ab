using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Halts;

public sealed class GetHaltsTests
{
    [Fact]
    public async Task Says_what_is_halted_by_whom_since_when()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("Halt", """ "halt":{"type":"VenueRoute","value":["HYPERLIQUID","DIRECT"]} """);
        await client.ResponseAsync("Halt", """ "halt":"Global" """);
        await client.ResponseAsync("Halt", """ "halt":"Global" """);

        var halts = await gateway.Connect("eve").ResponseAsync("GetHalts");

        Assert.Equal(
            ["""{"type":"VenueRoute","value":["HYPERLIQUID","DIRECT"]}""", """{"type":"Global"}"""],
            halts.EnumerateArray().Select(halt => halt.GetProperty("halt").GetRawText()));
        Assert.All(halts.EnumerateArray(), halt => Assert.Equal("alice", halt.GetProperty("by").GetString()));
        Assert.All(halts.EnumerateArray(), halt => Assert.EndsWith("Z", halt.GetProperty("since").GetString(), StringComparison.Ordinal));
    }
}
