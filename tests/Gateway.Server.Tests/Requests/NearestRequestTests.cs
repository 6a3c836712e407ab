using Gateway.Server.Requests;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests;

public sealed class NearestRequestTests
{
    private static readonly IEnumerable<string> Known =
        [.. Directory.GetFiles(Path.Combine(Published.Repository, "protocol", "requests"), "*.md").Select(page => Path.GetFileNameWithoutExtension(page)!).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("PlaceOrder", "SendLimitOrder")]
    [InlineData("NewOrder", "SendLimitOrder")]
    [InlineData("place_order", "SendLimitOrder")]
    [InlineData("SubmitLimitOrder", "SendLimitOrder")]
    [InlineData("PlaceMarketOrder", "SendLimitOrder")]
    [InlineData("AmendOrder", "ModifyOrder")]
    [InlineData("ReplaceOrder", "ModifyOrder")]
    [InlineData("DeleteOrder", "CancelOrder")]
    [InlineData("GetOpenOrders", "ListOpen")]
    [InlineData("GetFills", "ListFills")]
    [InlineData("FindSymbol", "SearchSymbol")]
    [InlineData("SubscribeOrders", "SubscribeOrderState")]
    public void Means_what_shares_its_words_or_words_that_mean_the_same(string name, string meant) =>
        Assert.Equal(meant, NearestRequest.Of(name, Known));

    [Theory]
    [InlineData("sendLimitOrders", "SendLimitOrder")]
    [InlineData("send-limit-order", "SendLimitOrder")]
    [InlineData("sendlimitorder", "SendLimitOrder")]
    [InlineData("CANCELORDER", "CancelOrder")]
    [InlineData("CancelOrdr", "CancelOrder")]
    [InlineData("CancelAl", "CancelAll")]
    [InlineData("GetLimt", "GetLimits")]
    [InlineData("ListFils", "ListFills")]
    [InlineData("GetOrderStat", "GetOrderState")]
    [InlineData("Halts", "Halt")]
    public void Means_what_is_written_most_like_it_where_no_words_tell(string name, string meant) =>
        Assert.Equal(meant, NearestRequest.Of(name, Known));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("\ud800")]
    public void Any_name_has_a_nearest(string name) => Assert.Contains(NearestRequest.Of(name, Known), Known);

    [Fact]
    public void A_name_may_be_as_long_as_a_message() =>
        Assert.Equal("SendLimitOrder", NearestRequest.Of("SendLimitOrder" + new string('x', 1_000_000), Known));
}
