using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Connection;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

public sealed class TurnTests
{
    [Fact]
    public void One_is_let_in_after_the_other_and_nobody_leaves_the_thread() => SingleThread.Run(async thread =>
    {
        using var never = new CancellationTokenSource();
        var turn = new Turn();
        var entered = new List<int>();
        await turn.TakeAsync(never.Token);
        var waiting = new[] { EnterAsync(1), EnterAsync(2) };

        thread.RunReady();
        Assert.Empty(entered);
        turn.Release();
        thread.RunReady();

        Assert.Equal([1, 2], entered);
        Assert.All(waiting, one => Assert.True(one.IsCompletedSuccessfully));

        async Task EnterAsync(int who)
        {
            var mine = Environment.CurrentManagedThreadId;
            await turn.TakeAsync(never.Token);
            Assert.Equal(mine, Environment.CurrentManagedThreadId);
            entered.Add(who);
            turn.Release();
        }
    });

    [Fact]
    public void Who_gives_up_waiting_takes_nobody_elses_turn() => SingleThread.Run(async thread =>
    {
        using var impatience = new CancellationTokenSource();
        var turn = new Turn();
        await turn.TakeAsync(CancellationToken.None);
        var impatient = turn.TakeAsync(impatience.Token).AsTask();
        var patient = turn.TakeAsync(CancellationToken.None).AsTask();

        impatience.Cancel();
        turn.Release();
        thread.RunReady();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.True(patient.IsCompletedSuccessfully);
    });
}
