using Gateway.Server.Tests.Harness;
using Gateway.Server.Tests.Requests.Orderflow;

namespace Gateway.Server.Tests.Requests.Subscriptions;

public sealed class UnsubscribeTests
{
    [Theory]
    [InlineData("")]
    [InlineData(",\"subscription\":\"s\"")]
    public async Task Nothing_of_an_ended_subscription_follows_the_answer(string which)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.AskRawAsync("""{"id":"s","type":"SubscribeOrderState"}""");

        Assert.Equal("""{"id":2,"response":null}""", (await client.AskRawAsync($$"""{"id":2,"type":"Unsubscribe"{{which}}}""")).GetRawText());
        await gateway.Connect().PlaceAsync();

        Assert.Equal(1, (await client.OpenAsync()).GetArrayLength());
    }

    [Fact]
    public async Task An_ended_subscriptions_id_is_free_again()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.AskRawAsync("""{"id":"s","type":"SubscribeOrderState"}""");
        await client.ResponseAsync("Unsubscribe");

        Assert.True((await client.AskRawAsync("""{"id":"s","type":"SubscribeOrderState"}""")).TryGetProperty("response", out _));
    }

    [Fact]
    public async Task A_subscription_that_is_none_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("Unsubscribe", "\"subscription\":9");

        Assert.Equal("'subscription' must be the id of a live subscription of this connection; 9 is none.", error.GetProperty("message").GetString());
    }
}
