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
internal sealed class RequestDesk(RequestCatalogue catalogue, IMediator mediator, Session session, Outbox outbox, Defects defects)
{
    /// <summary>Answers a frame that holds a slot of the outbox.</summary>
    /// <param name="frame">The text; may be reused once this first yields.</param>
    /// <param name="cancellationToken">Gives up: nobody waits for the answer any more.</param>
    public async Task AnswerAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var envelope = Envelope.Open(frame);
        if (Refuse(envelope) is { } refusal)
        {
            outbox.Answer(AnswerWriter.Error(envelope.Id, refusal));
            return;
        }

        var type = catalogue.Find(envelope.Type)!;
        if (type.IsSubscription)
            session.Subscriptions.Reserve(envelope.Id!);
        var outcome = await AnswerAsync(type, envelope, cancellationToken);

        // Before the answer leaves: whoever reads it may use the id again at once.
        if (type.IsSubscription && outcome?.Stream is null)
            session.Subscriptions.Release(envelope.Id!);
        if (outcome is { Text: var text })
            outbox.Answer(text);
        else
            outbox.ReturnSlot();
        if (outcome is { Stream: { } stream })
            await session.Subscriptions.FollowAsync(envelope.Id!, stream);
    }

    // Null: nobody waits for the answer any more.
    private async Task<Outcome?> AnswerAsync(RequestType type, Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            return await type.AnswerAsync(envelope.Id!, envelope.Fields, mediator, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (OrderEngineStoppedException stopped)
        {
            return new(AnswerWriter.Error(envelope.Id, new(ErrorCode.Overloaded, stopped.Message)));
        }
        catch (Exception failure)
        {
            // One request's defect is that request's; the connection and everybody else's go on.
            return new(AnswerWriter.Error(envelope.Id, defects.Report(envelope.Type, failure)));
        }
    }

    private Refusal? Refuse(Envelope envelope)
    {
        if (envelope.Refusal is not null)
            return envelope.Refusal;
        if (session.Subscriptions.IsLive(envelope.Id!))
            return Refusal.Invalid("id", "belongs to a live subscription of this connection; take another, or Unsubscribe first.");
        if (catalogue.Find(envelope.Type) is not { } type)
            return catalogue.Unknown(envelope.Type);
        return session.Client.May(type.Needs)
            ? null
            : new(ErrorCode.NotPermitted, $"{type.Name} needs the permission {type.Needs}; this key has {session.Client.Permissions}.");
    }
}
