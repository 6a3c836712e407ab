namespace Gateway.Orders.Messages;

/// <summary>A message that somebody awaits the answer of.</summary>
/// <param name="goOn">
/// Whoever awaits the answer goes on elsewhere; or, with <see cref="TaskCreationOptions.None"/>, where it is told: only what then comes quickly to its end.
/// </param>
internal abstract class Request<T>(TaskCreationOptions goOn = TaskCreationOptions.RunContinuationsAsynchronously) : Message
    where T : notnull
{
    private readonly TaskCompletionSource<Reply<T>> completion = new(goOn);
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
