using System.Collections.Frozen;
using Gateway.Server.Operations;
using Gateway.Server.Sessions;
using Gateway.Testing;
using Gateway.Venues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Server.Tests.Sessions;

/// <summary>Who is gone for too long has no orders left open; who comes back in time keeps them.</summary>
public sealed class DisconnectGuardTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly Client Alice = ClientOf("alice");
    private readonly ManualClock clock = new();
    private readonly List<Client> canceled = [];

    [Fact]
    public async Task Cancels_when_the_grace_period_is_over()
    {
        var guard = Guard();
        guard.Enter(Alice);
        var leaving = guard.LeaveAsync(Alice, Grace, CancellationToken.None);

        clock.Advance(Grace - TimeSpan.FromTicks(1));
        Assert.Empty(canceled);
        clock.Advance(TimeSpan.FromTicks(1));
        await leaving;
        Assert.Equal([Alice], canceled);
    }

    [Fact]
    public async Task Who_comes_back_in_time_keeps_the_orders()
    {
        var guard = Guard();
        guard.Enter(Alice);
        var leaving = guard.LeaveAsync(Alice, Grace, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(9));
        guard.Enter(Alice);
        clock.Advance(TimeSpan.FromSeconds(1));
        await leaving;
        Assert.Empty(canceled);

        var again = guard.LeaveAsync(Alice, Grace, CancellationToken.None);
        clock.Advance(Grace);
        await again;
        Assert.Equal([Alice], canceled);
    }

    [Fact]
    public async Task The_last_connection_decides_and_others_are_other_peoples()
    {
        var guard = Guard();
        guard.Enter(Alice);
        guard.Enter(Alice);
        guard.Enter(ClientOf("bob"));
        await guard.LeaveAsync(Alice, Grace, CancellationToken.None);
        clock.Advance(Grace);
        Assert.Empty(canceled);

        var last = guard.LeaveAsync(Alice, Grace, CancellationToken.None);
        clock.Advance(Grace);
        await last;
        Assert.Equal([Alice], canceled);
    }

    [Fact]
    public async Task A_gateway_that_stops_cancels_nothing()
    {
        using var stopping = new CancellationTokenSource();
        var guard = Guard();
        guard.Enter(Alice);
        var leaving = guard.LeaveAsync(Alice, Grace, stopping.Token);
        await stopping.CancelAsync();
        await leaving;
        clock.Advance(Grace);
        Assert.Empty(canceled);
    }

    private DisconnectGuard Guard() => new(
        (client, _) =>
        {
            canceled.Add(client);
            return Task.CompletedTask;
        },
        clock,
        new Defects(clock, NullLogger<Defects>.Instance));

    private static Client ClientOf(string name) => new(new(name, name, null), FrozenSet<AccountName>.Empty, Permissions.Trade);
}
