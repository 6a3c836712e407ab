using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class GetRejectReasonTests
{
    [Fact]
    public async Task Answers_the_venues_words_verbatim()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var refused = await client.PlaceAsync();
        await client.PlaceAsync();
        gateway.Venue.Reject(refused, "Insufficient margin to place order. asset=0");
        await client.ReachAsync(refused, 2 + 64);

        Assert.Equal(
            """["Insufficient margin to place order. asset=0",null,null]""",
            (await client.ResponseAsync("GetRejectReason", "\"order_ids\":[1,2,3]")).GetRawText());
    }
}
