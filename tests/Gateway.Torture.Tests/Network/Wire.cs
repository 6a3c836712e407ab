using System.Text;
using System.Text.Json.Nodes;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator.Sockets;

namespace Gateway.Torture.Tests.Network;

/// <summary>One connection of a gateway with the venue, under the weather. It keeps the order of frames, as TCP does.</summary>
internal sealed class Wire : ITextSocket, IFrameSink
{
    private readonly World world;
    private readonly GatewayProcess gateway;
    private readonly Connection venue;
    private readonly Queue<byte[]> arrived = [];
    private TaskCompletionSource? waiting;
    private TimeSpan lastUp;
    private TimeSpan lastDown;
    private bool isBroken;
    private bool isSilent;

    public Wire(World world, GatewayProcess gateway)
    {
        this.world = world;
        this.gateway = gateway;
        venue = world.Venue.Simulation.Connect(this);
    }

    private Timeline Timeline => world.Timeline;

    private Weather Weather => world.Weather;

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (isBroken)
            throw new TransportException("The connection is gone.");
        if (gateway.DiesOf(Trouble.KillBeforeSend))
            return new(GatewayProcess.Never);
        var frame = world.Flaw.Sends(Encoding.UTF8.GetString(message.Span), world.Flights.LastNonce);
        var isOrder = false;
        for (var copy = 1; copy == 1 || (isOrder && copy <= world.Flaw.OrderCopies); copy++)
        {
            var number = world.Flights.Leave(frame);
            isOrder = number > 0;
            var delay = Weather.Strikes(Trouble.Stalled) ? Weather.Drawn(TimeSpan.FromSeconds(14)) : Weather.Latency();
            lastUp = Later(lastUp, Timeline.Now + delay);
            Timeline.After(lastUp - Timeline.Now, owner: null, () => ArriveAtVenue(frame, number));
        }

        if (gateway.DiesOf(Trouble.KillAfterSend))
            return new(GatewayProcess.Never);
        return Weather.Next(4) == 0
            ? new(Task.Delay(Weather.Drawn(TimeSpan.FromMilliseconds(3)), gateway.Clock, cancellationToken))
            : ValueTask.CompletedTask;
    }

    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (arrived.Count == 0)
        {
            if (isBroken)
                throw new TransportException("The connection broke.");
            var signal = waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var cancellation = cancellationToken.Register(() => signal.TrySetCanceled(cancellationToken));
            await signal.Task;
        }

        return arrived.Dequeue();
    }

    public ValueTask DisposeAsync()
    {
        HangUp();
        return ValueTask.CompletedTask;
    }

    /// <summary>The gateway lets go of it, or dies; what has left may still arrive.</summary>
    public void HangUp()
    {
        Break();
        Timeline.After(Later(lastUp - Timeline.Now, Weather.Latency()), owner: null, venue.Close);
    }

    public bool TrySend(string frame)
    {
        isSilent |= Weather.Strikes(Trouble.Silence);
        if (isSilent || Weather.Strikes(Trouble.FrameLost))
            return true;
        var bytes = Encoding.UTF8.GetBytes(Weather.Strikes(Trouble.FrameTruncated) ? frame[..(frame.Length / 2)] : frame);
        for (var times = Weather.Strikes(Trouble.FrameTwice) ? 2 : 1; times > 0; times--)
        {
            lastDown = Later(lastDown, Timeline.Now + Weather.Latency());
            Timeline.After(lastDown - Timeline.Now, gateway.Context, () => ArriveAtGateway(bytes));
        }

        return true;
    }

    public void Abort()
    {
        lastDown = Later(lastDown, Timeline.Now + Weather.Latency());
        Timeline.After(lastDown - Timeline.Now, gateway.Context, Break);
    }

    private void ArriveAtVenue(string frame, long number)
    {
        if (isSilent || Weather.Strikes(Trouble.CutBeforeVenue))
        {
            world.Flights.Lose(number);
            if (!isSilent)
                Cut();
            return;
        }

        if (number > 0)
        {
            if (Weather.Strikes(Trouble.PostTooMany))
                Refuse("tooManyRequests");
            else if (Weather.Strikes(Trouble.PostBadGateway))
                Refuse("badGateway");
        }

        world.Tell($"venue receives {frame}");
        world.Flights.Arrive(number);
        venue.Receive(frame);
        world.Venue.Simulation.Admin("DELETE", "/sim/faults", body: null);
        world.Changed();
        if (Weather.Strikes(Trouble.CutAfterVenue))
            Cut();
    }

    private void Refuse(string kind) =>
        world.Venue.Simulation.Admin("POST", "/sim/faults", new JsonObject { ["kind"] = kind, ["count"] = 1 });

    private void ArriveAtGateway(byte[] frame)
    {
        if (isBroken)
            return;
        if (Weather.Strikes(Trouble.CutBeforeGateway))
        {
            Cut();
            return;
        }

        world.Tell($"gateway receives {Encoding.UTF8.GetString(frame)}");
        arrived.Enqueue(frame);
        waiting?.TrySetResult();
    }

    // Both ends lose it, the gateway's a little later.
    private void Cut()
    {
        venue.Close();
        Timeline.After(Weather.Latency(), gateway.Context, Break);
    }

    private void Break()
    {
        isBroken = true;
        waiting?.TrySetResult();
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
