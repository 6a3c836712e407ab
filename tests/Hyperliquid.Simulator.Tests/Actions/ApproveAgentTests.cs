using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class ApproveAgentTests
{
    private const string Zero = "0x0000000000000000000000000000000000000000";
    private const long Day = 24 * 3600 * 1000L;
    private readonly TestVenue venue = new();
    private readonly Trader master;

    public ApproveAgentTests() => master = venue.Trader(1);

    [Fact]
    public void Lets_a_wallet_sign_for_ninety_days()
    {
        var agent = new Trader(venue, 2);
        Assert.Null(Approve(agent.Address, "gateway"));
        agent.Resting(0, buy: true, 90_000, 0.1m);
        var listed = venue.Info($$"""{"type":"extraAgents","user":"{{master.Address}}"}""")![0]!;
        Assert.Equal(("gateway", agent.Address, venue.Now + (90 * Day)), ((string?)listed["name"], (string?)listed["address"], (long)listed["validUntil"]!));
    }

    [Fact]
    public void Replaces_the_wallet_of_the_same_name()
    {
        var (first, second) = (new Trader(venue, 2), new Trader(venue, 3));
        Approve(first.Address, null);
        Assert.Null(Approve(second.Address, null));
        Assert.Equal("err", (string?)first.Act("""{"type":"noop"}""")["status"]);
        Assert.Equal("ok", (string?)second.Act("""{"type":"noop"}""")["status"]);
    }

    [Fact]
    public void Ends_when_its_name_says()
    {
        var agent = new Trader(venue, 2);
        Approve(agent.Address, $"gateway valid_until {venue.Now + 1000}");
        Assert.Equal("ok", (string?)agent.Act("""{"type":"noop"}""")["status"]);
        venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = 1001 });
        Assert.Equal($"User or API Wallet {agent.Address} does not exist.", (string?)agent.Act("""{"type":"noop"}""")["response"]);
    }

    [Fact]
    public void Is_removed_by_the_zero_address_and_then_nobody_can_be_approved_for_a_while()
    {
        Approve(new Trader(venue, 2).Address, "gateway");
        Assert.Null(Approve(Zero, "gateway"));
        Assert.Equal("User has pending agent removal", Approve(new Trader(venue, 3).Address, "gateway"));
        venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = 5000 });
        Assert.Null(Approve(new Trader(venue, 3).Address, "gateway"));
    }

    [Theory]
    [InlineData(0, "Agent valid_until already expired.")]
    [InlineData(180 * Day, null)]
    [InlineData((180 * Day) + 1, "Agent valid_until already expired.")]
    public void Lives_for_at_most_half_a_year(long lifetime, string? refusal) =>
        Assert.Equal(refusal, Approve(new Trader(venue, 2).Address, $"gateway valid_until {venue.Now + lifetime}"));

    [Fact]
    public void May_have_three_with_a_name_and_two_more_per_subaccount()
    {
        for (var i = 0; i < 3; i++)
            Assert.Null(Approve(new Trader(venue, 10 + i).Address, $"agent{i}"));
        Assert.Equal("Too many extra agents for cumulative volume traded. Current limit is 3", Approve(new Trader(venue, 20).Address, "agent3"));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"0x00000000000000000000000000000000000000aa","subAccountOf":"{{master.Address}}"}"""));
        Assert.Null(Approve(new Trader(venue, 20).Address, "agent3"));
    }

    [Fact]
    public void Takes_no_address_twice()
    {
        Approve(new Trader(venue, 2).Address, "gateway");
        Assert.Equal("Extra agent already used.", Approve(new Trader(venue, 2).Address, "other"));
        Assert.Equal("Extra agent already used.", Approve(venue.Trader(3).Address, "other"));
    }

    [Fact]
    public void Is_not_for_agents_to_sign()
    {
        var agent = new Trader(venue, 2);
        Approve(agent.Address, null);
        Assert.Equal(
            $"Must deposit before performing actions. User: {agent.Address}",
            (string?)agent.Act(Action(new Trader(venue, 3).Address, null, venue.Now + 1), nonce: venue.Now + 1)["response"]);
    }

    [Fact]
    public void Belongs_to_one_network_and_one_nonce()
    {
        var agent = new Trader(venue, 2).Address;
        Assert.Equal("Nonce mismatch.", (string?)master.Act(Action(agent, null, venue.Now), nonce: venue.Now + 1)["response"]);
        Assert.Equal(
            "Mainnet and testnet require different signature.",
            (string?)master.Act(Action(agent, null, venue.Now, "Testnet"), nonce: venue.Now)["response"]);
    }

    private static string Action(string agent, string? name, long nonce, string chain = "Mainnet")
    {
        var action = new JsonObject
        {
            ["type"] = "approveAgent",
            ["signatureChainId"] = "0x66eee",
            ["hyperliquidChain"] = chain,
            ["agentAddress"] = agent,
            ["nonce"] = nonce,
        };
        if (name is not null)
            action["agentName"] = name;
        return action.ToJsonString();
    }

    private string? Approve(string agent, string? name)
    {
        var nonce = master.NextNonce();
        var reply = master.Act(Action(agent, name, nonce), nonce);
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }
}
