using Gateway.Conformance;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>The conversations about a second route, held with the real server on the real simulator.</summary>
public sealed class SecondRouteTests(SecondRouteWorld world) : IClassFixture<SecondRouteWorld>
{
    internal const string Area = "routes/";

    private static readonly Dictionary<string, Conversation> Conversations = Conversation.ReadAll(SimulatedVenueWorld.Folder)
        .Where(conversation => conversation.Name.StartsWith(Area, StringComparison.Ordinal))
        .ToDictionary(conversation => conversation.Name);

    public static TheoryData<string> Names => [.. Conversations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gateway_speaks_as_published(string conversation)
    {
        var outcome = await world.Runner.RunAsync(Conversations[conversation], TestContext.Current.CancellationToken);

        Assert.True(outcome is Outcome.Passed, (outcome as Outcome.Failed)?.Describe() ?? outcome.ToString());
    }
}
