using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class CancelAllTests
{
    [Theory]
    [InlineData("\"Global\"", "\"Firm\"", "[1,2]")]
    [InlineData("\"Global\"", """{"type":"Account","value":"SECOND"}""", "[2]")]
    [InlineData("\"Global\"", """{"type":"Trader","value":"bob"}""", "[]")]
    [InlineData("""{"type":"TradableProduct","value":"ETH-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT"}""", "\"Firm\"", "[]")]
    public async Task Cancels_what_is_asked_for_of_what_the_key_may_see_and_says_which(string scope, string set, string orders)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.PlaceAsync();
        await client.PlaceAsync("SECOND");
        await gateway.Connect("bob").PlaceAsync("THIRD");

        Assert.Equal(orders, (await client.ResponseAsync("CancelAll", $"\"scope\":{scope},\"set\":{set}")).GetRawText());

        // The answer leaves a moment before the instructions do.
        var canceled = new List<long>();
        while (canceled.Count < orders.Count(char.IsDigit))
        {
            if (await gateway.Venue.Instructions.Reader.ReadAsync(TestContext.Current.CancellationToken) is Instruction.Cancel cancel)
                canceled.Add(cancel.Order.Order.Value);
        }

        Assert.Equal(orders, $"[{string.Join(',', canceled)}]");
    }

    [Fact]
    public async Task Defaults_are_for_limits_only()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("CancelAll", """ "scope":"ProductDefault","set":"DeskDefault" """);

        Assert.Equal(["scope", "set"], error.GetProperty("details").EnumerateObject().Select(field => field.Name));
    }
}
