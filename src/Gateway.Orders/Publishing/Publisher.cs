using System.Threading.Channels;
using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>
/// Tells what follows from flushed batches, in their order, and of each the answers first. It is a loop of its own, so that telling goes on
/// while the engine signs and decides; what gathered for a client since it was told last is told together.
/// </summary>
internal sealed class Publisher
{
    // So many batches may wait before the engine does.
    private const int MostWaiting = 256;

    // So many are told before an answer that has come meanwhile is.
    private const int MostVisits = 16;

    private readonly Channel<Effects> batches = Channel.CreateBounded<Effects>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });

    private readonly Signal wake = new();
    private readonly Tour tour = new();

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
                // Whoever lends the thread gets it back after a few.
                if (TellSome())
                    await Task.Yield();
                while (TellSome())
                {
                    // On to the next.
                }

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

    // False if there is nothing left to tell.
    private bool TellSome()
    {
        Signal.Gather();
        try
        {
            // What comes while this is told is told next: whoever trades without a pause keeps nobody from hearing of it.
            for (var here = Math.Min(batches.Reader.Count, MostWaiting - tour.Count); here > 0 && batches.Reader.TryRead(out var next); here--)
            {
                Answer(next);
                next.Alerts?.Tell();
                if (next.Orders is { } orders)
                    tour.Add(orders);
            }

            for (var visit = 0; visit < MostVisits; visit++)
            {
                if (!tour.GoOn())
                    return batches.Reader.Count > 0;
            }

            return true;
        }
        finally
        {
            Signal.LetGo();
        }
    }
}
