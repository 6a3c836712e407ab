namespace Gateway.Orders.Journal;

/// <summary>The journal cannot be written, for instance because its disk is full.</summary>
public sealed class JournalUnavailableException(string message, Exception innerException) : Exception(message, innerException);
