namespace Gateway.Orders.Messages;

/// <summary>A question about the state. Its answer waits for the flush of whatever it saw.</summary>
internal sealed class Question<T>(Func<IReadOnlyLedger, T> question) : Message
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;
    private Exception? failure;

    public Task<T> Answer => completion.Task;

    public override void Handle(Workbench bench)
    {
        try
        {
            answer = question(bench.Ledger);
        }
#pragma warning disable CA1031 // The question is foreign code: its failure is its asker's, and it has changed nothing here.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
        }

        bench.Answer(this);
    }

    public override void Release()
    {
        if (failure is null)
            completion.TrySetResult(answer!);
        else
            completion.TrySetException(failure);
    }

    public override void Abandon(OrderEngineStoppedException stopped) => completion.TrySetException(stopped);
}
