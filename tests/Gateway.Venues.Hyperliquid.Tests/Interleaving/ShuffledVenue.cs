using System.Net;
using System.Text;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;

namespace Gateway.Venues.Hyperliquid.Tests.Interleaving;

/// <summary>
/// The simulated venue in memory. Every frame waits on its connection until the test lets one through, so that chance decides
/// in which order those of different connections arrive; those of one connection keep theirs.
/// </summary>
internal sealed class ShuffledVenue(Simulation simulation) : HttpMessageHandler, IDialer
{
    private readonly List<Wire> wires = [];

    public ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        var wire = new Wire(simulation);
        wires.Add(wire);
        return ValueTask.FromResult<ITextSocket>(wire);
    }

    /// <summary>Lets one frame arrive on one of the connections; false if none waits.</summary>
    public bool DeliverOne(Random chance)
    {
        var waiting = wires.SelectMany(wire => wire.Directions).ToList();
        if (waiting.Count == 0)
            return false;
        waiting[chance.Next(waiting.Count)]();
        return true;
    }

    /// <summary>Cuts one of the connections; what was on its way is lost.</summary>
    public void CutOne(Random chance)
    {
        wires.RemoveAll(wire => wire.IsBroken);
        if (wires.Count > 0)
            wires[chance.Next(wires.Count)].Cut();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken));
        var answer = simulation.AnswerInfo(reader.ReadToEnd());
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body) });
    }

    private sealed class Wire : ITextSocket, global::Hyperliquid.Simulator.Sockets.IFrameSink
    {
        private readonly global::Hyperliquid.Simulator.Sockets.Connection venue;
        private readonly Queue<string> up = [];
        private readonly Queue<string> down = [];
        private readonly Queue<byte[]> arrived = [];
        private TaskCompletionSource? waiting;

        public Wire(Simulation simulation) => venue = simulation.Connect(this);

        public bool IsBroken { get; private set; }

        public IEnumerable<Action> Directions
        {
            get
            {
                if (up.Count > 0)
                    yield return () => venue.Receive(up.Dequeue());
                if (down.Count > 0 && !IsBroken)
                    yield return Arrive;
            }
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            if (IsBroken)
                throw new TransportException("The connection is gone.");
            up.Enqueue(Encoding.UTF8.GetString(message.Span));
            return ValueTask.CompletedTask;
        }

        public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
        {
            while (arrived.Count == 0)
            {
                if (IsBroken)
                    throw new TransportException("The connection broke.");
                var signal = waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var cancellation = cancellationToken.Register(() => signal.TrySetCanceled(cancellationToken));
                await signal.Task;
            }

            return arrived.Dequeue();
        }

        public ValueTask DisposeAsync()
        {
            if (!IsBroken)
                Cut();
            return ValueTask.CompletedTask;
        }

        public bool TrySend(string frame)
        {
            down.Enqueue(frame);
            return true;
        }

        public void Abort() => Break();

        public void Cut()
        {
            Break();
            venue.Close();
        }

        private void Arrive()
        {
            arrived.Enqueue(Encoding.UTF8.GetBytes(down.Dequeue()));
            waiting?.TrySetResult();
        }

        private void Break()
        {
            IsBroken = true;
            up.Clear();
            waiting?.TrySetResult();
        }
    }
}
