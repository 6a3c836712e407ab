namespace Gateway.Orders.Messages;

/// <summary>A message that somebody awaits the answer of.</summary>
internal abstract class Request<T> : Message
    where T : notnull
{
    // Whoever awaits the answer goes on elsewhere: the loop is not theirs to run on.
    private readonly TaskCompletionSource<Reply<T>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reply<T> answer;

    /// <summary>The answer.</summary>
    public Task<Reply<T>> Answer => completion.Task;

    public sealed override void Handle(Workbench bench)
    {
        bench.Answer(this);
        answer = Decide(bench);
    }

    public sealed override void Release() => completion.TrySetResult(answer);

    public sealed override void Abandon(OrderEngineStoppedException stopped) =>
        completion.TrySetResult(new Rejection(RejectCode.Overloaded, stopped.Message));

    protected abstract Reply<T> Decide(Workbench bench);
}
