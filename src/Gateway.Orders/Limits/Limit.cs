namespace Gateway.Orders.Limits;

/// <summary>One setting that bounds trading. Its kind and what it is about tell it from others; the rest is its value.</summary>
public abstract record Limit
{
    private protected Limit()
    {
    }

    /// <summary>The kind, by its name in the client protocol.</summary>
    public abstract string Kind { get; }

    /// <summary>Puts it in force in place of the one of the same kind that is about the same.</summary>
    internal abstract void Set(LimitBook book);
}
