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
    /// <exception cref="Exception">What broke the telling.</exception>
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

    /// <summary>Tells until completed. Where that breaks, whoever adds the next batch hears of it.</summary>
    public async Task RunAsync()
    {
        try
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
        catch (Exception broken)
        {
            batches.Writer.TryComplete(broken);

            // What waits is on the disk, and true.
            while (batches.Reader.TryRead(out var left))
                Answer(left);
            throw;
        }
    }

    private static void Answer(Effects effects)
    {
        foreach (var message in effects.Answers)
            message.Release();
    }

    private void Tell(Effects effects)
    {
        Signal.Gather();
        try
        {
            OrderNews? orders = null;
            var next = effects;

            // What comes while this is told is told next: whoever trades without a pause keeps nobody from hearing of it.
            var gathered = batches.Reader.Count;
            do
            {
                Answer(next);
                orders = orders?.With(next.Orders) ?? next.Orders;
                next.Alerts?.Tell();
            }
            while (gathered-- > 0 && batches.Reader.TryRead(out next));

            orders?.Tell();
        }
        finally
        {
            Signal.LetGo();
        }
    }
}
