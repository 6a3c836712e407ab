using System.Collections.Immutable;
using System.Text.Json;
using FluentValidation;
using Gateway.Orders;
using Gateway.Orders.Alerts;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Alerts;

/// <summary>Streams what somebody should know, of the key's accounts and of everybody.</summary>
/// <param name="Path">Only alerts of this kind.</param>
/// <param name="Seek">The last sequence number that the client has seen: all later alerts come first.</param>
[Needs(Permissions.View)]
internal sealed record SubscribeAlerts(string? Path = null, long? Seek = null) : IClientRequest<SubscribeAlerts.Alerts>
{
    /// <summary>One alert.</summary>
    internal sealed record Update(
        long Sequence, DateTimeOffset Time, AlertKind Kind, AlertSeverity Severity, string Message, AccountName? Account, OrderId? OrderId);

    internal sealed class Validator : AbstractValidator<SubscribeAlerts>
    {
        public Validator()
        {
            RuleFor(request => request.Path)
                .Must(path => path is null || Enum.GetNames<AlertKind>().Contains(path, StringComparer.Ordinal))
                .WithMessage($"must be one of {string.Join(", ", Enum.GetNames<AlertKind>())}.");
            RuleFor(request => request.Seek).GreaterThanOrEqualTo(0).WithMessage("must be a sequence number, 0 or greater.");
        }
    }

    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<SubscribeAlerts, Answer<Alerts>>
    {
        public async Task<Answer<Alerts>> Handle(SubscribeAlerts request, CancellationToken cancellationToken)
        {
            AlertKind? kind = request.Path is null ? null : Enum.Parse<AlertKind>(request.Path);
            var reply = await engine.SubscribeAlertsAsync(IsAskedFor, request.Seek, cancellationToken);
            return reply.Match<Answer<Alerts>>(subscription => new Alerts(subscription), rejection => Refusals.Of(rejection));

            bool IsAskedFor(Alert alert) =>
                (kind is null || alert.Kind == kind) && (alert.Account is not { } account || session.Client.Uses(account));
        }
    }

    /// <summary>The subscription in the words of the protocol.</summary>
    internal sealed class Alerts(AlertSubscription subscription) : UpdateStream<ImmutableArray<Update>>
    {
        public override ImmutableArray<Update> Snapshot => Write(subscription.Snapshot);

        public override long Sequence => subscription.Sequence;

        public override ValueTask<bool> WaitAsync() => subscription.WaitAsync();

        public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, Write(subscription.Take()), WireFormat.Options);

        public override void Dispose() => subscription.Dispose();

        private static ImmutableArray<Update> Write(ImmutableArray<Alert> alerts) => [.. alerts.Select(alert => new Update(
            alert.Sequence, alert.Time, alert.Kind, alert.Severity, alert.Message, alert.Account, alert.Order))];
    }
}
