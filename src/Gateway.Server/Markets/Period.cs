namespace Gateway.Server.Markets;

/// <summary>A stretch of time, both ends included; null: without that end.</summary>
internal sealed record Period(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whether a moment lies within.</summary>
    public bool Contains(DateTimeOffset moment) => !(moment < From) && !(moment > To);
}
