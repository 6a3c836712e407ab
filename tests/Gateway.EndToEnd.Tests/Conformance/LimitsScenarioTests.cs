using Gateway.Conformance;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>The arithmetic of limits as a conversation with the real server on the real simulator; and again with a kill after every step.</summary>
/// <remarks>
/// Real clocks do not jump by a day, so the conversation moves the thresholds instead: what is older than 300.001 s at 300 s is
/// older than 1 ms at 1 ms. The exact edges are tried on a clock of the test, in <c>Gateway.Server.Tests</c>.
/// </remarks>
public sealed class LimitsScenarioTests
{
    private static readonly Conversation Scenario =
        Conversation.ReadAll(SimulatedVenueWorld.Folder).Single(conversation => conversation.Name == "limits/scenario");

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 16)]
    public async Task Goes_as_the_scenario_says(bool killing, int kills)
    {
        await using var world = await TwoTradersWorld.OpenAsync(killing, TestContext.Current.CancellationToken);

        var outcome = await world.Runner.RunAsync(Scenario, TestContext.Current.CancellationToken);

        Assert.True(outcome is Outcome.Passed, (outcome as Outcome.Failed)?.Describe() ?? outcome.ToString());
        Assert.Equal(kills, world.Kills);
    }
}
