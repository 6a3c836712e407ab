using System.Diagnostics.CodeAnalysis;

namespace Gateway.Server.Sessions;

/// <summary>One live subscription of a connection.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer holds nothing, and may be canceled at any moment.")]
internal sealed class Subscription
{
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Canceled when it is to end.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Nothing more will be sent for it.</summary>
    public void MarkEnded() => ended.TrySetResult();

    /// <summary>Ends it, and waits until nothing more will be sent for it.</summary>
    public Task EndAsync()
    {
        // CancelAsync would hop to another thread.
        ending.Cancel();
        return ended.Task;
    }
}
