using Gateway.Torture.Tests.Worlds;
using Gateway.Venues.Transport;

namespace Gateway.Torture.Tests.Network;

/// <summary>Connects one gateway with the venue.</summary>
internal sealed class NetworkDialer(World world, GatewayProcess gateway) : IDialer
{
    private readonly List<Wire> wires = [];

    public async ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        if (world.Weather.Strikes(Trouble.DialHangs))
            await Task.Delay(Timeout.InfiniteTimeSpan, gateway.Clock, cancellationToken);
        await Task.Delay(world.Weather.Latency(), gateway.Clock, cancellationToken);
        if (world.Venue.IsDown || world.Weather.Strikes(Trouble.DialRefused))
            throw new TransportException("The venue does not take connections.");
        var wire = new Wire(world, gateway);
        wires.Add(wire);
        return wire;
    }

    /// <summary>The process has died: its connections go with it.</summary>
    public void HangUp()
    {
        foreach (var wire in wires)
            wire.HangUp();
    }
}
