using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Clients;

/// <summary>Follows all orders through every life of the gateway, resuming after the last update it has seen.</summary>
internal sealed class Subscriber(World world)
{
    private readonly List<OrderUpdate> updates = [];
    private GatewayProcess? following;
    private int visit;

    /// <summary>Everything it was told, in order.</summary>
    public IReadOnlyList<OrderUpdate> Updates => updates;

    public void Follow(GatewayProcess gateway)
    {
        following = gateway;
        _ = FollowAsync(gateway, ++visit);
    }

    /// <summary>Loses its connection with whatever was on the way, and comes back.</summary>
    public void Leave()
    {
        visit++;
        world.Timeline.After(world.Weather.Drawn(TimeSpan.FromSeconds(1)), world.Clients, () =>
        {
            if (following is { IsDead: false } gateway)
                Follow(gateway);
        });
    }

    private async Task FollowAsync(GatewayProcess gateway, int mine)
    {
        var reply = await gateway.Engine.SubscribeAsync(_ => true, updates.Count == 0 ? 0 : updates[^1].Sequence, CancellationToken.None);
        if (mine != visit)
            return;
        if (!reply.TryGet(out var subscription, out var rejection))
        {
            world.Violated("a resumption was refused", rejection.ToString());
            return;
        }

        await using (subscription)
        {
            Hear(subscription.Snapshot);
            await foreach (var batch in subscription.Updates(CancellationToken.None))
            {
                if (mine != visit)
                    return;
                Hear(batch);
            }
        }
    }

    private void Hear(IEnumerable<OrderUpdate> batch)
    {
        foreach (var update in batch)
        {
            if (updates.Count > 0 && update.Sequence <= updates[^1].Sequence)
                world.Violated("an update came twice or out of order", update.ToString());
            updates.Add(update);
        }
    }
}
