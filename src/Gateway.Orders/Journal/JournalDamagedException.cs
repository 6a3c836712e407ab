namespace Gateway.Orders.Journal;

/// <summary>What the journal holds is not what was written.</summary>
public sealed class JournalDamagedException(string message) : Exception(message);
