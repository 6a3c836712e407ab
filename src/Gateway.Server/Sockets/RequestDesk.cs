using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Operations;
using Gateway.Server.Requests;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;

namespace Gateway.Server.Sockets;

/// <summary>
/// Where one connection's requests are answered, each exactly once. A request runs up to its first wait before the next is
/// read, so requests start in the order sent.
/// </summary>
internal sealed class RequestDesk(
    RequestCatalogue catalogue, RequestDurations durations, IMediator mediator, Session session, Outbox outbox, Defects defects)
{
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The connection, from which more may come, counts as one.
    private int underWay = 1;

    /// <summary>Completes once it is closed and no request is under way any more.</summary>
    public Task Idle => idle.Task;

    /// <summary>No more requests come.</summary>
    public void Close() => Leave();

    /// <summary>Answers a frame that holds a slot of the outbox.</summary>
    /// <param name="frame">The text; may be reused once this returns.</param>
    /// <param name="cancellationToken">Gives up: nobody waits for the answer any more.</param>
    public Task AnswerAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        var answering = Task.CompletedTask;
        using (var envelope = Envelope.Open(frame))
        {
            if (Refuse(envelope, out var type) is { } refusal)
                outbox.Answer(AnswerWriter.Error(envelope.Id, refusal));
            else
                answering = AnswerAsync(type!, envelope.Id!, envelope.Fields, cancellationToken);
        }

        return answering;
    }

    // The fields are read before it first yields.
    private async Task AnswerAsync(RequestType type, RequestId id, JsonElement fields, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            if (type.IsSubscription)
                session.Subscriptions.Reserve(id);
            var began = durations.Begin();
            Outcome? outcome = null;
            try
            {
                outcome = await type.AnswerAsync(id, fields, mediator, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Nobody waits for the answer any more.
            }
            catch (OrderEngineStoppedException stopped)
            {
                outcome = new(AnswerWriter.Error(id, new(ErrorCode.Overloaded, stopped.Message)));
            }
            catch (Exception failure)
            {
                // One request's defect is that request's; the connection and everybody else's go on.
                outcome = new(AnswerWriter.Error(id, defects.Report(type.Name, failure)));
            }

            durations.Record(type, began);

            // Before the answer leaves: whoever reads it may use the id again at once.
            if (type.IsSubscription && outcome?.Stream is null)
                session.Subscriptions.Release(id);
            if (outcome is { Text: var text })
                outbox.Answer(text);
            else
                outbox.ReturnSlot();
            if (outcome is { Stream: { } stream })
                await session.Subscriptions.FollowAsync(id, stream);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref underWay) == 0)
            idle.TrySetResult();
    }

    private Refusal? Refuse(Envelope envelope, out RequestType? type)
    {
        type = catalogue.Find(envelope.Type);
        if (envelope.Refusal is not null)
            return envelope.Refusal;
        if (session.Subscriptions.IsLive(envelope.Id!))
            return Refusal.Invalid("id", "belongs to a live subscription of this connection; take another, or Unsubscribe first.");
        if (type is null)
            return catalogue.Unknown(envelope.Type);
        return session.Client.May(type.Needs)
            ? null
            : new(ErrorCode.NotPermitted, $"{type.Name} needs the permission {type.Needs}; this key has {session.Client.Permissions}.");
    }
}
