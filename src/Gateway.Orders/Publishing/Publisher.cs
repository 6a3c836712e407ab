using System.Threading.Channels;
using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>
/// Tells what follows from flushed batches, in their order, and of each the answers first. It is a loop of its own, so that telling goes on
/// while the engine signs and decides; what gathered meanwhile is told together, each client once.
/// </summary>
internal sealed class Publisher
{
    // So many batches may wait before the engine does.
    private const int MostWaiting = 256;

    private readonly Channel<Effects> batches = Channel.CreateBounded<Effects>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });

    private readonly Signal wake = new();

    /// <summary>Takes the effects of a batch, to be told after <see cref="Go"/> or <see cref="GoHere"/>. Waits for room.</summary>
    public async ValueTask AddAsync(Effects effects)
    {
        while (!batches.Writer.TryWrite(effects))
        {
            wake.Set();
            await batches.Writer.WaitToWriteAsync();
        }
    }

    /// <summary>Tells elsewhere.</summary>
    public void Go() => wake.Set();

    /// <summary>Tells on the calling thread, unless it is done elsewhere at the moment.</summary>
    public void GoHere() => wake.SetHere();

    /// <summary>Nothing more will come.</summary>
    public void Complete()
    {
        batches.Writer.TryComplete();
        wake.Set();
    }

    /// <summary>Tells until completed.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            while (batches.Reader.TryRead(out var first))
                Tell(first);
            if (batches.Reader.Completion.IsCompleted)
                return;
            await wake.WaitAsync();
        }
    }

    private void Tell(Effects effects)
    {
        Signal.Gather();
        try
        {
            OrderNews? orders = null;
            var next = effects;
            do
            {
                foreach (var message in next.Answers)
                    message.Release();
                orders = orders?.With(next.Orders) ?? next.Orders;
                next.Alerts?.Tell();
            }
            while (batches.Reader.TryRead(out next));

            orders?.Tell();
        }
        finally
        {
            Signal.LetGo();
        }
    }
}
