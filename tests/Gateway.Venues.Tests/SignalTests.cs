using Gateway.Testing;

namespace Gateway.Venues.Tests;

public sealed class SignalTests
{
    private readonly Signal signal = new();
    private int looks;

    [Fact]
    public async Task A_signal_that_nobody_waits_for_is_kept_once()
    {
        signal.Set();
        signal.SetHere();
        Assert.True(signal.WaitAsync().AsTask().IsCompletedSuccessfully);
        var second = signal.WaitAsync().AsTask();
        Assert.False(second.IsCompleted);
        signal.Set();
        await second;
    }

    [Fact]
    public Task A_loop_without_a_scheduler_works_where_it_is_woken() => OnNoSchedulerAsync(() =>
    {
        _ = LoopAsync();
        for (var turn = 1; turn <= 3; turn++)
        {
            signal.SetHere();
            Assert.Equal(turn, looks);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_loop_with_a_scheduler_stays_there(bool here) => SingleThread.Run(thread =>
    {
        _ = LoopAsync();
        if (here)
            signal.SetHere();
        else
            signal.Set();
        Assert.Equal(0, looks);
        thread.RunReady();
        Assert.Equal(1, looks);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_lone_loop_that_is_gathered_works_once_and_here_when_it_is_let_go()
    {
        var here = Environment.CurrentManagedThreadId;
        var thread = 0;
        await OnNoSchedulerAsync(() =>
        {
            _ = LoopAsync(() => thread = Environment.CurrentManagedThreadId);
            here = Environment.CurrentManagedThreadId;
            Signal.Gather();
            signal.SetHere();
            signal.SetHere();
            Assert.Equal(0, looks);
            Signal.LetGo();
            Assert.Equal(1, looks);
        });
        Assert.Equal(here, thread);
        Signal.LetGo();
        Assert.Equal(1, looks);
    }

    [Fact]
    public Task Loops_that_are_gathered_work_here_one_after_the_other_when_they_are_let_go() => OnNoSchedulerAsync(() =>
    {
        var here = Environment.CurrentManagedThreadId;
        var (first, second) = (new Signal(), new Signal());
        var worked = new List<string>();
        _ = WorkAsync(first, "first");
        _ = WorkAsync(second, "second");
        Signal.Gather();
        second.SetHere();
        first.SetHere();
        Assert.Empty(worked);
        Signal.LetGo();
        Assert.Equal(["second", "first"], worked);

        async Task WorkAsync(Signal other, string name)
        {
            await other.WaitAsync();
            Assert.Equal(here, Environment.CurrentManagedThreadId);
            worked.Add(name);
        }
    });

    [Fact]
    public async Task What_is_woken_for_another_thread_is_not_gathered()
    {
        var woken = WaitAsync();
        Signal.Gather();
        signal.Set();
        await woken;
        Signal.LetGo();

        async Task WaitAsync() => await signal.WaitAsync();
    }

    [Fact]
    public async Task No_work_is_overlooked_however_signals_and_looks_interleave()
    {
        const int Works = 100_000;
        var waiting = 0;
        var done = 0;
        var worker = WorkAsync();
        Parallel.For(0, Works, work =>
        {
            Interlocked.Increment(ref waiting);
            if (work % 2 == 0)
                signal.Set();
            else
                signal.SetHere();
        });
        await worker;

        async Task WorkAsync()
        {
            while (done < Works)
            {
                await signal.WaitAsync();
                done += Interlocked.Exchange(ref waiting, 0);
            }
        }
    }

    private static Task OnNoSchedulerAsync(Action action)
    {
        var done = new TaskCompletionSource();
        new Thread(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }).Start();
        return done.Task;
    }

    private async Task LoopAsync(Action? look = null)
    {
        while (true)
        {
            await signal.WaitAsync();
            looks++;
            look?.Invoke();
        }
    }
}
