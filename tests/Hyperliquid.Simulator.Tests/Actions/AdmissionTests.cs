using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class AdmissionTests
{
    private const string Noop = """{"type":"noop"}""";
    private const long Day = 24 * 3600 * 1000;
    private readonly TestVenue venue = new();

    [Fact]
    public void Does_not_know_a_signer_without_account()
    {
        var stranger = new Trader(venue, 77);
        Assert.Equal($"User or API Wallet {stranger.Address} does not exist.", Refusal(stranger.Act(Noop)));
    }

    [Fact]
    public void Refuses_a_nonce_twice_and_executes_once()
    {
        var trader = venue.Trader(1);
        var order = Trader.OrderAction(0, buy: true, 90_000, 0.1m);
        trader.Act(order, nonce: venue.Now);
        Assert.Equal($"Invalid nonce: duplicate nonce {venue.Now}", Refusal(trader.Act(order, nonce: venue.Now)));
        Assert.Single(venue.State(trader.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Keeps_the_hundred_highest_nonces()
    {
        var trader = venue.Trader(1);
        var first = venue.Now;
        for (var i = 0; i < 100; i++)
            trader.Act(Noop, nonce: first + (2 * i));
        Assert.Null(Refusal(trader.Act(Noop, nonce: first + 1)));
        Assert.Equal($"Invalid nonce: nonce too low {first} < {first + 1}", Refusal(trader.Act(Noop, nonce: first)));
        Assert.Equal($"Invalid nonce: duplicate nonce {first + 2}", Refusal(trader.Act(Noop, nonce: first + 2)));
    }

    [Theory]
    [InlineData(-2 * Day, "too low")]
    [InlineData((-2 * Day) + 1, null)]
    [InlineData(Day - 1, null)]
    [InlineData(Day, "too high")]
    public void Takes_nonces_from_two_days_ago_to_a_day_ahead(long offset, string? refusal)
    {
        var text = Refusal(venue.Trader(1).Act(Noop, nonce: venue.Now + offset));
        if (refusal is null)
            Assert.Null(text);
        else
            Assert.StartsWith($"Invalid nonce: nonce {refusal} {venue.Now + offset}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_nonces_by_signer()
    {
        var (one, other) = (venue.Trader(1), venue.Trader(2));
        one.Act(Noop, nonce: venue.Now);
        Assert.Null(Refusal(other.Act(Noop, nonce: venue.Now)));
    }

    [Fact]
    public void Refuses_an_expired_action_and_leaves_its_nonce_unused()
    {
        var trader = venue.Trader(1);
        Assert.Equal("Action already expired", Refusal(trader.Act(Noop, nonce: venue.Now, expiresAfter: venue.Now - 1)));
        Assert.Null(Refusal(trader.Act(Noop, nonce: venue.Now, expiresAfter: venue.Now)));
    }

    [Fact]
    public void A_noop_burns_the_nonce_of_an_order_in_flight()
    {
        var trader = venue.Trader(1);
        trader.Act(Noop, nonce: venue.Now);
        trader.Act(Trader.OrderAction(0, buy: true, 90_000, 0.1m), nonce: venue.Now);
        Assert.Empty(venue.State(trader.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Lets_an_agent_sign_for_its_master_until_it_expires()
    {
        var (master, agent) = (venue.Trader(1), new Trader(venue, 2));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse(
            $$$"""{"address":"{{{master.Address}}}","agents":[{"address":"{{{agent.Address}}}","name":"gateway","validUntil":{{{venue.Now + 1000}}}}]}"""));
        agent.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Single(venue.State(master.Address)["orders"]!.AsArray());
        venue.Admin("POST", "/sim/clock", JsonNode.Parse("""{"advance":1001}"""));
        Assert.Equal($"User or API Wallet {agent.Address} does not exist.", Refusal(agent.Act(Noop)));
    }

    [Fact]
    public void Lets_a_master_act_for_its_subaccount_and_nobody_else()
    {
        const string sub = "0x00000000000000000000000000000000000000aa";
        var (master, stranger) = (venue.Trader(1), venue.Trader(2));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{sub}}","usdc":10000,"subAccountOf":"{{master.Address}}"}"""));
        var order = Trader.OrderAction(0, buy: true, 90_000, 0.1m);
        Assert.Null(Refusal(master.Act(order, vault: sub)));
        Assert.Equal($"Vault not registered: {sub}", Refusal(stranger.Act(order, vault: sub)));
        Assert.Equal($"Vault not registered: {master.Address}", Refusal(master.Act(order, vault: master.Address)));
        Assert.Single(venue.State(sub)["orders"]!.AsArray());
        Assert.Empty(venue.State(master.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Wants_a_deposit_first()
    {
        var trader = venue.Trader(1, usdc: 0);
        Assert.Equal($"Must deposit before performing actions. User: {trader.Address}", Refusal(trader.Act(Noop)));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "Signed action over weight limit of 200.")]
    [InlineData(0, "Orders are empty.")]
    public void Limits_the_weight_of_a_batch(int orders, string? text)
    {
        var batch = new JsonObject
        {
            ["type"] = "order",
            ["orders"] = new JsonArray([.. Enumerable.Range(0, orders).Select(_ => Trader.OrderJson(0, true, 90_000, 0.001m, "Gtc", false, null))]),
            ["grouping"] = "na",
        };
        Assert.Equal(text, Refusal(venue.Trader(1).Act(batch.ToJsonString())));
    }

    [Theory]
    [InlineData("v", "29")]
    [InlineData("r", "\"0x\"")]
    [InlineData("r", "\"12\"")]
    [InlineData("s", "\"0xzz\"")]
    [InlineData("s", "\"0x00000000000000000000000000000000000000000000000000000000000000001\"")]
    [InlineData("r", "\"0x0\"")]
    public void Cannot_recover_a_malformed_signature(string part, string value)
    {
        var request = JsonNode.Parse(venue.Trader(1).Sign(Noop))!;
        request["signature"]![part] = JsonNode.Parse(value);
        Assert.Equal("Unable to recover signer.", Refusal(JsonNode.Parse(venue.Simulation.AnswerAction(request.ToJsonString()).Reply!.Body)!));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":{"type":"nope"},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27}}""")]
    [InlineData("""{"action":{"type":"noop"},"nonce":-1,"signature":{"r":"0x1","s":"0x1","v":27}}""")]
    [InlineData("""{"action":{"type":"noop"},"nonce":1.5,"signature":{"r":"0x1","s":"0x1","v":27}}""")]
    [InlineData("""{"action":{"type":"noop"},"nonce":1}""")]
    [InlineData("""{"action":{"type":"noop"},"nonce":1,"nonce":2,"signature":{"r":"0x1","s":"0x1","v":27}}""")]
    [InlineData("""{"action":{"type":"noop"},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27},"vaultAddress":"0x12"}""")]
    [InlineData("""{"action":{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"0x1"}]},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27}}""")]
    public void Cannot_deserialize(string body)
    {
        var reply = venue.Simulation.AnswerAction(body).Reply!;
        Assert.Equal((422, "Failed to deserialize the JSON body into the target type"), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.00000000", true)]
    [InlineData("1.000000000", false)]
    [InlineData("1e5", false)]
    [InlineData("1.", false)]
    [InlineData(" 1", false)]
    [InlineData("", false)]
    [InlineData("99999999999999999999999999999999", false)]
    public void Reads_decimals_of_at_most_eight_digits(string px, bool readable)
    {
        var order = Trader.OrderAction(0, buy: true, 90_000, 0.1m).Replace("\"90000\"", $"\"{px}\"", StringComparison.Ordinal);
        var body = $$$"""{"action":{{{order}}},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27}}""";
        Assert.Equal(readable ? 200 : 422, venue.Simulation.AnswerAction(body).Reply!.Status);
    }

    [Fact]
    public void Finds_the_signer_of_prices_with_trailing_zeros_only_if_it_signed_them_without()
    {
        var trader = venue.Trader(1);
        var body = trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m)).Replace("\"90000\"", "\"90000.0\"", StringComparison.Ordinal);
        Assert.Null(Refusal(JsonNode.Parse(venue.Simulation.AnswerAction(body).Reply!.Body)!));
    }

    private static string? Refusal(JsonNode reply) => (string?)reply["status"] == "err" ? (string?)reply["response"] : null;
}
