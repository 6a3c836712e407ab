using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sessions;
using Gateway.Server.Sockets;
using MediatR;

namespace Gateway.Server.Requests;

/// <summary>One of the protocol's requests: its name, what it needs, and how it is answered.</summary>
internal abstract class RequestType(Type record, bool isSubscription)
{
    /// <summary>The record that it is.</summary>
    public Type Record { get; } = record;

    /// <summary>The name on the wire.</summary>
    public string Name { get; } = record.Name;

    /// <summary>What the key must be permitted.</summary>
    public Permissions Needs { get; } = record.GetCustomAttribute<NeedsAttribute>()?.Permissions
        ?? throw new InvalidOperationException($"{record.Name} does not say what it needs: give it a [Needs(…)].");

    /// <summary>Whether answers go on until it is unsubscribed.</summary>
    public bool IsSubscription { get; } = isSubscription;

    /// <summary>The fields that it knows.</summary>
    public abstract IEnumerable<Field> Fields { get; }

    /// <summary>Describes what should be sent in each field.</summary>
    public abstract IEnumerable<KeyValuePair<string, JsonObject>> Describe(SchemaDefinitions definitions);

    /// <summary>Reads the fields before it first yields, then answers.</summary>
    public abstract ValueTask<Outcome> AnswerAsync(RequestId id, JsonElement fields, IMediator mediator, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class RequestType<TRequest, T>(FieldReaders readers, IValidator<TRequest>? validator = null)
    : RequestType(typeof(TRequest), typeof(T).IsAssignableTo(typeof(UpdateStream)))
    where TRequest : IClientRequest<T>
    where T : notnull
{
    private readonly RecordBinder<TRequest> binder = new(readers);
    private readonly Func<TRequest, bool> keepsRules = RuleCheck.Of(validator);

    public override IEnumerable<Field> Fields => binder.Fields;

    public override IEnumerable<KeyValuePair<string, JsonObject>> Describe(SchemaDefinitions definitions) =>
        FieldRules.Narrow(binder.Describe(definitions), validator);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<Outcome> AnswerAsync(
        RequestId id, JsonElement fields, IMediator mediator, CancellationToken cancellationToken)
    {
        var problems = new FieldProblems();
        var request = binder.Bind(fields, problems);
        Validate(request, problems);
        if (problems.Any)
            return new(AnswerWriter.Error(id, problems.ToRefusal()));

        var answer = await mediator.Send(request, cancellationToken);
        if (!answer.TryGet(out var value, out var refusal))
            return new(AnswerWriter.Error(id, refusal));
        return value is UpdateStream stream
            ? new(AnswerWriter.First(id, stream), stream)
            : new(AnswerWriter.Response(id, value));
    }

    // Here and not in a behaviour of the pipeline, so that fields that cannot be read and fields that break a rule are
    // named in one answer. A field that could not be read holds a stand-in: what a rule says about that is noise.
    private void Validate(TRequest request, FieldProblems problems)
    {
        if (keepsRules(request) || validator!.Validate(request) is not { IsValid: false } result)
            return;
        var unread = problems.All.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var failure in result.Errors)
        {
            var field = JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.PropertyName);
            if (!unread.Contains(field))
                problems.Add(field, failure.ErrorMessage);
        }
    }
}
