using MediatR;

namespace Gateway.Mortal;

/// <summary>Requests of clients, with places to die once each is read and once it is decided.</summary>
internal sealed class MortalRequests<TRequest, TAnswer>(Death death) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        death.At($"bound {typeof(TRequest).Name}");
        var answer = await next();
        death.At($"decided {typeof(TRequest).Name}");
        return answer;
    }
}
