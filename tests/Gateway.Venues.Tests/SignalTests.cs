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
    public void A_loop_without_a_scheduler_works_where_it_is_woken()
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _ = LoopAsync();
            for (var turn = 1; turn <= 3; turn++)
            {
                signal.SetHere();
                Assert.Equal(turn, looks);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

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

    private async Task LoopAsync()
    {
        while (true)
        {
            await signal.WaitAsync();
            looks++;
        }
    }
}
