namespace Gateway.Venues;

/// <summary>How much a finding matters.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Fine = 1,

    /// <summary>Works, but not well or not for long.</summary>
    Warning = 2,

    /// <summary>The gateway cannot trade like this.</summary>
    Problem = 3,
}

/// <summary>What an examination of a set-up found. Neither text ever holds a key or a URL's path.</summary>
/// <param name="Kind">How much it matters.</param>
/// <param name="Subject">What was looked at, such as <c>DEFAULT key</c>.</param>
/// <param name="Text">What was found, in one sentence.</param>
/// <param name="Cure">What to do about it; null: nothing has to be done.</param>
public sealed record Finding(FindingKind Kind, string Subject, string Text, string? Cure = null);
