using System.Diagnostics.CodeAnalysis;
using Gateway.Orders;

namespace Gateway.Server.Requests.Answers;

/// <summary>What a request came to: a value, or a refusal.</summary>
internal readonly record struct Answer<T>
    where T : notnull
{
    private readonly T? value;

    private Answer(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was not done; null if it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Done.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>Not done.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);

    /// <summary>As the order engine says.</summary>
    public static implicit operator Answer<T>(Reply<T> reply) =>
        reply.TryGet(out var value, out var why) ? value : Refusals.Of(why);

    /// <summary>The value, or why there is none.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found, [NotNullWhen(false)] out Refusal? why)
    {
        found = value;
        why = Refusal;
        return why is null;
    }
}
