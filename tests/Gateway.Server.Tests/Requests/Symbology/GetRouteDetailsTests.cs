using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class GetRouteDetailsTests
{
    [Fact]
    public async Task Answers_in_the_order_asked_with_null_for_unknown_ids()
    {
        await using var gateway = await TestGateway.StartAsync();

        var details = await gateway.Connect().ResponseAsync("GetRouteDetails", """ "route":["BY PIGEON","DIRECT"] """);

        Assert.Equal("""[null,{"id":"DIRECT","name":"DIRECT"}]""", details.GetRawText());
    }
}
