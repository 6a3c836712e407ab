using Gateway.Conformance;
using Gateway.EndToEnd.Tests.Conformance;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Clients;

/// <summary>The published conversations, held with the real gateway through each published client.</summary>
public sealed class BridgedConversationTests
{
    /// <summary>The areas that are about requests and answers rather than frames, keys and wrong turns.</summary>
    private static readonly string[] Areas =
        ["batches", "client_order_ids", "errors", "fills", "listing", "modify", "orders", "permissions", "subscriptions", "symbology"];

    /// <summary>What a client decides for its program, so that no conversation through it can prove it.</summary>
    private static readonly string[] TakenOver =
    [
        "orders/details_when_out", // an order without a key gets one
        "subscriptions/id_in_use", // ids are the client's
        "subscriptions/id_in_use_places_no_order",
        "subscriptions/slow_subscriber", // a client always reads
        "subscriptions/text_id",
    ];

    [Fact(Timeout = 300_000)]
    public Task Python_client_holds_the_conversations() => HoldsTheConversationsAsync(Published.Python);

    [Fact(Timeout = 300_000)]
    public Task TypeScript_client_holds_the_conversations() => HoldsTheConversationsAsync(Published.TypeScript);

    private static async Task HoldsTheConversationsAsync(Published client)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await client.RequireAsync(cancellation);
        await using var world = await World.StartAsync(robots: true, cancellation);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bridge = client.RunAsync(
            [.. client.Bridge, world.Gateway.WebSocketAddress.ToString()], line => listening.TrySetResult(new Uri(line)), ending.Token);
        await Task.WhenAny(listening.Task, bridge);
        var direct = RunnerWith(world.Gateway.WebSocketAddress);
        var bridged = RunnerWith(await listening.Task.WaitAsync(cancellation));

        var held = 0;
        List<string> lost = [];
        foreach (var conversation in Conversation.ReadAll(SimulatedVenueWorld.Folder).Where(IsForClients))
        {
            switch (await bridged.RunAsync(conversation, cancellation))
            {
                case Outcome.Passed:
                    held++;
                    break;
                // What the gateway itself does not hold says nothing about its client.
                case Outcome.Failed failed when await direct.RunAsync(conversation, cancellation) is Outcome.Passed:
                    lost.Add(failed.Describe());
                    break;
            }
        }

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bridge);
        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.InRange(held, 200, int.MaxValue);
    }

    private static Runner RunnerWith(Uri endpoint) => new(
        new ForeignWorld(endpoint),
        new Settings
        {
            Values = Settings.Read(Path.Combine(SimulatedVenueWorld.Folder, "variables.txt")).SetItem("key", World.Key),
            Patience = TimeSpan.FromSeconds(10),
        },
        TimeProvider.System);

    private static bool IsForClients(Conversation conversation) =>
        Areas.Contains(conversation.Name.Split('/')[0]) && !TakenOver.Contains(conversation.Name);
}
