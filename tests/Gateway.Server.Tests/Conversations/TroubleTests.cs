using Gateway.Conformance;

namespace Gateway.Server.Tests.Conversations;

/// <summary>The published conversations about trouble of the gateway itself.</summary>
public sealed class TroubleTests(TroubledWorld world) : IClassFixture<TroubledWorld>
{
    [Theory]
    [InlineData("connection/idle_client_stays")]
    [InlineData("errors/internal")]
    [InlineData("errors/overloaded")]
    [InlineData("errors/rate_limited")]
    public async Task The_gateway_speaks_as_published(string name)
    {
        var conversation = Conversation.ReadAll(TroubledWorld.Folder).Single(conversation => conversation.Name == name);

        var outcome = await world.Runner.RunAsync(conversation, TestContext.Current.CancellationToken);

        Assert.True(outcome is Outcome.Passed, outcome is Outcome.Failed failed ? failed.Describe() : outcome.ToString());
    }
}
