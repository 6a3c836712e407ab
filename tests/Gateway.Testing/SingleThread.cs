using System.Collections.Concurrent;

namespace Gateway.Testing;

/// <summary>
/// Runs asynchronous code on the calling thread alone, one continuation after the other, so that a test sees every
/// interleaving it caused and no other. The code under test must keep its awaits on the scheduler they began on.
/// </summary>
public sealed class SingleThread : SynchronizationContext
{
    // The framework completes some things elsewhere, such as delays that are canceled when a test is over, and posts from there.
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> ready = [];

    /// <summary>Runs <paramref name="scenario"/> to its end.</summary>
    /// <param name="scenario">What to run; it is handed the thread so that it can let everything that is ready run.</param>
    /// <exception cref="InvalidOperationException">It waits for something that nothing in this thread will bring about.</exception>
    public static void Run(Func<SingleThread, Task> scenario)
    {
        var outer = Current;
        var thread = new SingleThread();
        SetSynchronizationContext(thread);
        try
        {
            var task = scenario(thread);
            thread.RunReady();
            if (!task.IsCompleted)
                throw new InvalidOperationException("The scenario waits for something that nothing on this thread will bring about.");
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs all that is ready, and what becomes ready by it, until nothing is.</summary>
    public void RunReady()
    {
        while (ready.TryDequeue(out var next))
            next.Callback(next.State);
    }

    public override void Post(SendOrPostCallback d, object? state) => ready.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
