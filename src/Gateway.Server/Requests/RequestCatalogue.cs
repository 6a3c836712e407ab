using System.Collections.Frozen;
using FluentValidation;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests;

/// <summary>Every request type, found in the assembly at start: nothing is registered by hand.</summary>
internal sealed class RequestCatalogue
{
    private readonly FrozenDictionary<string, RequestType> types;

    public RequestCatalogue(IServiceProvider services)
    {
        var readers = new FieldReaders();
        types = typeof(RequestCatalogue).Assembly.GetTypes()
            .Select(type => (Record: type, Answer: AnswerOf(type)))
            .Where(found => found is { Record.IsAbstract: false, Answer: not null })
            .Select(found => Make(found.Record, found.Answer!, readers, services))
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<RequestType> All => types.Values;

    /// <summary>The request type of that name, or null.</summary>
    public RequestType? Find(string name) => types.GetValueOrDefault(name);

    /// <summary>The refusal of a name that is none of these.</summary>
    public Refusal Unknown(string name)
    {
        if (UnsupportedRequests.Refuse(name) is { } unsupported)
            return unsupported;
        var shown = name.Length <= 64 ? name : $"{name[..64]}…";
        return new(ErrorCode.UnknownRequestType, $"There is no request type '{shown}'; the nearest is '{NearestRequest.Of(name, types.Keys)}'.");
    }

    private static RequestType Make(Type record, Type answer, FieldReaders readers, IServiceProvider services) =>
        (RequestType)Activator.CreateInstance(
            typeof(RequestType<,>).MakeGenericType(record, answer),
            readers,
            services.GetService(typeof(IValidator<>).MakeGenericType(record)))!;

    private static Type? AnswerOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IClientRequest<>))?.GenericTypeArguments[0];
}
