using System.Threading.Tasks.Sources;

namespace Gateway.Venues;

/// <summary>
/// Wakes one loop that waits for work. A loop that has a scheduler of its own goes on there; any other goes on where it is
/// told to: on the thread that wakes it, which is what a lone message wants, since changing threads takes longer than most of what
/// is done with it, or on the thread pool. A signal that nobody waits for is kept, once.
/// </summary>
public sealed class Signal : IValueTaskSource
{
    private const int Idle = 0;
    private const int Kept = 1;
    private const int Awaited = 2;

    [ThreadStatic]
    private static List<Signal>? gathered;

    // Of the last time, to be used again.
    [ThreadStatic]
    private static List<Signal>? spare;

    private ManualResetValueTaskSourceCore<bool> source;
    private int state;

    /// <summary>
    /// Lets what is woken with <see cref="SetHere"/> on this thread meanwhile wait, so that each loop finds all that comes for it at once.
    /// They go on here, one after the other, when they are let go with <see cref="LetGo"/>: giving each to another thread takes longer.
    /// </summary>
    public static void Gather()
    {
        gathered ??= spare ?? [];
        spare = null;
    }

    /// <summary>Wakes what has been gathered on this thread.</summary>
    public static void LetGo()
    {
        if (gathered is not { } waiting)
            return;
        gathered = null;
        foreach (var signal in waiting)
            signal.Set(here: true);
        waiting.Clear();
        spare = waiting;
    }

    /// <summary>Waits for the next signal, or takes one that was kept. One loop may wait at a time, and looks for work afterwards.</summary>
    public ValueTask WaitAsync()
    {
        source.Reset();
        if (Interlocked.CompareExchange(ref state, Awaited, Idle) == Idle)
            return new ValueTask(this, source.Version);

        // Whatever else was signaled meanwhile is found by the same look.
        Volatile.Write(ref state, Idle);
        return ValueTask.CompletedTask;
    }

    /// <summary>Wakes the loop; it goes on elsewhere.</summary>
    public void Set() => Set(here: false);

    /// <summary>Wakes the loop; where it has no scheduler of its own, this returns when it waits again, unless it is gathered.</summary>
    public void SetHere()
    {
        if (gathered is not { } waiting)
            Set(here: true);
        else if (waiting.Count == 0 || waiting[^1] != this)
            waiting.Add(this);
    }

    /// <inheritdoc/>
    void IValueTaskSource.GetResult(short token) => source.GetResult(token);

    /// <inheritdoc/>
    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => source.GetStatus(token);

    /// <inheritdoc/>
    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    private void Set(bool here)
    {
        if (Interlocked.Exchange(ref state, Kept) != Awaited)
            return;
        Volatile.Write(ref state, Idle);
        source.RunContinuationsAsynchronously = !here;
        source.SetResult(true);
    }
}
