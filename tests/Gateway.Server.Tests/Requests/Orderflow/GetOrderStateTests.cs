using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class GetOrderStateTests
{
    [Fact]
    public async Task Answers_in_the_order_asked_with_null_for_what_is_unknown_or_not_visible()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.PlaceAsync();
        await gateway.Connect("bob").PlaceAsync("THIRD");

        Assert.Equal("[null,1,null]", (await client.ResponseAsync("GetOrderState", "\"order_ids\":[2,\"1\",77]")).GetRawText());
    }
}
