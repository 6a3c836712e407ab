using System.Collections.Concurrent;
using Gateway.Orders;
using Gateway.Server.Operations;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sockets;

namespace Gateway.Server.Sessions;

/// <summary>
/// The live subscriptions of one connection, by the id of the request that began them. An id is taken from the moment its
/// request is read until nothing more will be sent for it.
/// </summary>
internal sealed class Subscriptions(Outbox outbox, Defects defects)
{
    private readonly ConcurrentDictionary<RequestId, Subscription> live = new();

    /// <summary>Whether the id belongs to a live subscription.</summary>
    public bool IsLive(RequestId id) => live.ContainsKey(id);

    /// <summary>Takes the id for a subscription that is about to begin; the caller knows that it is free.</summary>
    public void Reserve(RequestId id) => live[id] = new();

    /// <summary>Gives the id back: the subscription was refused.</summary>
    public void Release(RequestId id)
    {
        if (live.TryRemove(id, out var subscription))
            subscription.MarkEnded();
    }

    /// <summary>Sends what follows the first answer, until ended.</summary>
    public async Task FollowAsync(RequestId id, UpdateStream stream)
    {
        var subscription = live[id];
        try
        {
            // Whoever ends it ends the stream, rather than canceling each wait, which would have to be told to every one of them.
            using (stream)
            using (subscription.Ending.Register(stream.Dispose))
            {
                while (await stream.WaitAsync() && !subscription.Ending.IsCancellationRequested && outbox.TryUpdateRented(AnswerWriter.Next(id, stream)))
                {
                    // On to the next.
                }
            }
        }
        catch (SubscriberFellBehindException)
        {
            outbox.DeclareBehind();
        }
        catch (Exception failure)
        {
            outbox.TryUpdate(AnswerWriter.Error(id, defects.Report("subscription", failure)));
        }
        finally
        {
            Release(id);
        }
    }

    /// <summary>Ends one; nothing of it follows.</summary>
    /// <returns>False if there is none of that id.</returns>
    public async Task<bool> EndAsync(RequestId id)
    {
        if (!live.TryGetValue(id, out var subscription))
            return false;
        await subscription.EndAsync();
        return true;
    }

    /// <summary>Ends all; nothing of them follows.</summary>
    public Task EndAllAsync() => Task.WhenAll(live.Values.Select(subscription => subscription.EndAsync()));
}
