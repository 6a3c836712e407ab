using System.Net.WebSockets;
using System.Text;
using Gateway.Server.Sockets;
using Gateway.Torture.Tests.Clients;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues.Transport;

namespace Gateway.Torture.Tests.Network;

/// <summary>One connection of a client with a gateway, under the weather. It keeps the order of messages, as TCP does.</summary>
internal sealed class Line(World world, GatewayProcess gateway, Customer customer) : IClientSocket
{
    private readonly Queue<byte[]> arrived = [];
    private TaskCompletionSource? waiting;
    private TimeSpan lastUp;
    private TimeSpan lastDown;
    private bool isBroken;

    private Timeline Timeline => world.Timeline;

    private Weather Weather => world.Weather;

    /// <summary>The client says something; whether it arrives shows in an answer.</summary>
    public void Say(string frame)
    {
        var bytes = Encoding.UTF8.GetBytes(world.Flaw.Says(frame, gateway));
        lastUp = Later(lastUp, Timeline.Now + Weather.Latency());
        Timeline.After(lastUp - Timeline.Now, gateway.Context, () => ArriveAtGateway(bytes));
    }

    /// <summary>Breaks; either end notices a little later.</summary>
    public void Break()
    {
        if (isBroken)
            return;
        isBroken = true;
        Timeline.After(Weather.Latency(), gateway.Context, () => waiting?.TrySetResult());
        Timeline.After(Weather.Latency(), world.Clients, () => customer.Lose(this));
    }

    public async ValueTask<ClientFrame> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (arrived.Count == 0)
        {
            if (isBroken)
                return new(FrameKind.Closed);
            var signal = waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var cancellation = cancellationToken.Register(() => signal.TrySetCanceled(cancellationToken));
            await signal.Task;
        }

        return new(FrameKind.Text, arrived.Dequeue());
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken)
    {
        if (isBroken)
            throw new TransportException("The client is gone.");
        var frame = world.Flaw.Answers(Encoding.UTF8.GetString(text.Span));
        for (var copies = world.Flaw.AnswerCopies; copies > 0; copies--)
        {
            lastDown = Later(lastDown, Timeline.Now + Weather.Latency());
            Timeline.After(lastDown - Timeline.Now, world.Clients, () => ArriveAtClient(frame));
        }

        return Weather.Next(8) == 0
            ? new(Task.Delay(Weather.Drawn(TimeSpan.FromMilliseconds(3)), gateway.Clock, cancellationToken))
            : ValueTask.CompletedTask;
    }

    public ValueTask CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken)
    {
        Break();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Break();
        return ValueTask.CompletedTask;
    }

    private void ArriveAtGateway(byte[] frame)
    {
        if (isBroken)
            return;
        if (Weather.Strikes(Trouble.ClientCutBeforeGateway))
        {
            Break();
            return;
        }

        arrived.Enqueue(frame);
        waiting?.TrySetResult();
        if (Weather.Strikes(Trouble.ClientCutAfterGateway))
            Break();
    }

    private void ArriveAtClient(string frame)
    {
        if (isBroken)
            return;
        if (Weather.Strikes(Trouble.ClientCutBeforeClient))
            Break();
        else
            customer.Hear(this, frame);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
