using System.Collections.Immutable;
using FluentValidation;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using MediatR;

namespace Gateway.Server.Requests.Limits;

/// <summary>What holds for everybody: the price deviation and the thresholds, set or by default.</summary>
/// <param name="Limits">Their names.</param>
[Needs(Permissions.View)]
internal sealed record GetGlobalLimits(ImmutableArray<string> Limits) : IClientRequest<ImmutableArray<Limit>>
{
    private static readonly ImmutableArray<string> Names = [nameof(MaxPriceDeviation), .. ThresholdKind.All.Select(kind => kind.Name)];

    internal sealed class Validator : AbstractValidator<GetGlobalLimits>
    {
        public Validator() => RuleFor(request => request.Limits)
            .Must(names => names.IsDefault || names.All(name => Names.Contains(name, StringComparer.Ordinal)))
            .WithMessage($"must hold only {string.Join(", ", Names)}; other limits are about a set, and GetLimits reads them.");
    }

    internal sealed class Handler(OrderEngine engine) : IRequestHandler<GetGlobalLimits, Answer<ImmutableArray<Limit>>>
    {
        public async Task<Answer<ImmutableArray<Limit>>> Handle(GetGlobalLimits request, CancellationToken cancellationToken) =>
            await engine.ReadAsync(ledger => request.Limits.Select(name => Read(ledger.Limits, name)).ToImmutableArray(), cancellationToken);

        private static Limit Read(LimitBook limits, string name) => ThresholdKind.Of(name) is { } threshold
            ? new ThresholdLimit(threshold, limits.Of(threshold))
            : new MaxPriceDeviation(limits.MaxPriceDeviation);
    }
}
