namespace Gateway.Venues.Transport;

/// <summary>A connection failed. It says nothing about what the peer had already taken in.</summary>
public sealed class TransportException(string message, Exception? innerException = null) : Exception(message, innerException);
