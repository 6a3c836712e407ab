using Gateway.Orders;

namespace Gateway.Server.Tests.Conversations;

/// <summary>Keeps an engine's loop busy with one question while its inbox fills, until it is let go.</summary>
internal sealed class Overload : IDisposable
{
    private readonly ManualResetEventSlim end = new();
    private readonly List<Task> questions = [];

    /// <summary>Completes when nothing more fits into the inbox.</summary>
    public static async Task<Overload> BeginAsync(OrderEngine engine, int inboxCapacity)
    {
        var overload = new Overload();
        var busy = new TaskCompletionSource();
        overload.questions.Add(engine.ReadAsync(
            ledger =>
            {
                busy.SetResult();
                overload.end.Wait();
                return ledger.Sequence;
            },
            CancellationToken.None).AsTask());
        await busy.Task;
        for (var i = 0; i < inboxCapacity; i++)
            overload.questions.Add(engine.ReadAsync(ledger => ledger.Sequence, CancellationToken.None).AsTask());
        return overload;
    }

    public Task EndAsync()
    {
        end.Set();
        return Task.WhenAll(questions);
    }

    public void Dispose() => end.Dispose();
}
