using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>
/// Streams every change of every order that the key may see: first a snapshot of the open orders, or with <paramref name="After"/>
/// all later updates.
/// </summary>
/// <param name="After">The last sequence number that the client has seen.</param>
[Needs(Permissions.View)]
internal sealed record SubscribeOrderState(long? After = null) : IClientRequest<SubscribeOrderState.Updates>
{
    /// <summary>One change.</summary>
    internal sealed record Update(
        long Sequence,
        OrderId OrderId,
        OrderState State,
        Quantity FilledQuantity,
        decimal? AveragePrice,
        string? RejectReason,
        DateTimeOffset Timestamp,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Price? Price,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Quantity? Quantity);

    internal sealed class Validator : AbstractValidator<SubscribeOrderState>
    {
        public Validator() => RuleFor(request => request.After).GreaterThanOrEqualTo(0).WithMessage("must be a sequence number, 0 or greater.");
    }

    internal static Update Write(OrderUpdate update) => new(
        update.Sequence, update.Order, update.State, update.Filled, update.AveragePrice, update.RejectReason, update.Timestamp, update.Price, update.Quantity);

    internal sealed class Handler(OrderEngine engine, OrderUpdateTexts texts, Session session) : IRequestHandler<SubscribeOrderState, Answer<Updates>>
    {
        public async Task<Answer<Updates>> Handle(SubscribeOrderState request, CancellationToken cancellationToken)
        {
            var reply = await engine.SubscribeAsync(session.Client.Uses, request.After, cancellationToken);
            return reply.Match<Answer<Updates>>(subscription => new Updates(subscription, texts), rejection => Refusals.Of(rejection));
        }
    }

    /// <summary>The subscription in the words of the protocol.</summary>
    internal sealed class Updates(OrderSubscription subscription, OrderUpdateTexts texts) : UpdateStream<ImmutableArray<Update>>
    {
        // Far below what may wait for a client, so that one who catches up is never taken for one who has fallen behind.
        private const int MostBytesInOne = 64 * 1024;

        // What was taken and not told yet.
        private IReadOnlyList<byte[]> parts = [];
        private int next;

        public override ImmutableArray<Update> Snapshot => [.. subscription.Snapshot.Select(SubscribeOrderState.Write)];

        public override long Sequence => subscription.Sequence;

        public override ValueTask<bool> WaitAsync() => next < parts.Count ? new(true) : subscription.WaitAsync();

        // What gathered is told as one.
        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            for (var bytes = 0; HasPart() && (bytes == 0 || bytes + parts[next].Length <= MostBytesInOne); next++)
            {
                json.WriteRawValue(parts[next], skipInputValidation: true);
                bytes += parts[next].Length;
            }

            json.WriteEndArray();
        }

        public override void Dispose() => subscription.Dispose();

        private bool HasPart()
        {
            if (next < parts.Count)
                return true;
            if (!subscription.TryTake(out var batch))
                return false;
            (parts, next) = (texts.Of(batch), 0);
            return true;
        }
    }
}
