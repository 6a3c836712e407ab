using Gateway.Conformance;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>Every published conversation, held with the real server on the real simulator, but for those that need a broken one.</summary>
public sealed class ConversationTests(SimulatedVenueWorld world) : IClassFixture<SimulatedVenueWorld>
{
    private static readonly Dictionary<string, Conversation> Conversations =
        Conversation.ReadAll(SimulatedVenueWorld.Folder).ToDictionary(conversation => conversation.Name);

    // What cannot be brought about from outside a healthy process is held with one in process: Gateway.Server.Tests,
    // Conversations. The scenario and the second route have worlds of their own: LimitsScenarioTests, SecondRouteTests.
    private static readonly HashSet<string> Elsewhere =
        ["connection/idle_client_stays", "errors/internal", "errors/overloaded", "errors/rate_limited", "limits/scenario"];

    public static TheoryData<string> Names => [.. Conversations.Keys.Except(Elsewhere).Where(name => !name.StartsWith(SecondRouteTests.Area, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gateway_speaks_as_published(string conversation)
    {
        switch (await world.Runner.RunAsync(Conversations[conversation], TestContext.Current.CancellationToken))
        {
            case Outcome.Failed failed:
                Assert.Fail(failed.Describe());
                break;
            case Outcome.Skipped skipped:
                Assert.Fail($"Nobody holds this conversation: {skipped.Reason}.");
                break;
        }
    }

    [Fact]
    public void There_are_at_least_two_hundred_of_them() => Assert.InRange(Conversations.Count, 200, int.MaxValue);
}
