using System.Diagnostics.CodeAnalysis;

namespace Gateway.Orders;

/// <summary>What a request came to: a value, or the reason why not.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly record struct Reply<T>
    where T : notnull
{
    private readonly T? value;

    private Reply(T? value, Rejection? rejection)
    {
        this.value = value;
        Rejection = rejection;
    }

    /// <summary>Why not; null if there is a value.</summary>
    public Rejection? Rejection { get; }

    /// <summary>The request was met.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The conversion is the point.")]
    public static implicit operator Reply<T>(T value) => new(value, null);

    /// <summary>The request was turned down.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The conversion is the point.")]
    public static implicit operator Reply<T>(Rejection rejection) => new(default, rejection);

    /// <summary>Answers for either case.</summary>
    public TResult Match<TResult>(Func<T, TResult> met, Func<Rejection, TResult> rejected)
    {
        ArgumentNullException.ThrowIfNull(met);
        ArgumentNullException.ThrowIfNull(rejected);
        return TryGet(out var found, out var why) ? met(found) : rejected(why);
    }

    /// <summary>The value, or why there is none.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found, [NotNullWhen(false)] out Rejection? why)
    {
        found = value;
        why = Rejection;
        return why is null;
    }
}
