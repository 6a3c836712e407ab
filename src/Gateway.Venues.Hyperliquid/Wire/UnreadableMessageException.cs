namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The venue said something without which we cannot go on, in a form that we do not know.</summary>
internal sealed class UnreadableMessageException(string message, Exception? innerException = null) : Exception(message, innerException);
