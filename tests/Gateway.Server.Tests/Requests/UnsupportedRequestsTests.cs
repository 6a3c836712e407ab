using Gateway.Server.Requests;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests;

public sealed class UnsupportedRequestsTests
{
    [Fact]
    public async Task Each_says_that_it_is_not_supported_and_what_it_would_need_whatever_its_fields()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect("eve");

        Assert.Equal(18, UnsupportedRequests.All.Count);
        foreach (var type in UnsupportedRequests.All)
        {
            var error = await client.ErrorAsync(type, """ "order_ids":"wrong" """);
            Assert.Equal("NotSupported", error.GetProperty("code").GetString());
            Assert.StartsWith($"{type} needs ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_merely_like_one_is_unknown()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("SendRfq");

        Assert.Equal("UnknownRequestType", error.GetProperty("code").GetString());
    }
}
