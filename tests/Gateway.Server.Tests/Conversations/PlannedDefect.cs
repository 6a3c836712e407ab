using MediatR;

namespace Gateway.Server.Tests.Conversations;

/// <summary>Which request type fails by a defect; null: none.</summary>
internal sealed class PlannedDefect
{
    private volatile string? type;

    public string? Type
    {
        get => type;
        set => type = value;
    }

    /// <summary>Where it happens: in place of the handler.</summary>
    internal sealed class Behavior<TRequest, TAnswer>(PlannedDefect planned) : IPipelineBehavior<TRequest, TAnswer>
        where TRequest : IRequest<TAnswer>
    {
        public Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
            typeof(TRequest).Name == planned.Type ? throw new InvalidOperationException("A defect that a test planned.") : next();
    }
}
