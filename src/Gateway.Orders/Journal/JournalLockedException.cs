namespace Gateway.Orders.Journal;

/// <summary>Another process owns the journal.</summary>
public sealed class JournalLockedException(string directory, Exception innerException)
    : Exception($"The journal in '{directory}' is in use by another gateway; stop that one, or give this one a directory of its own.", innerException);
