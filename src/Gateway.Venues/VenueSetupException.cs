namespace Gateway.Venues;

/// <summary>
/// A venue cannot work as it is configured, whatever is tried: the message says in one sentence what is wrong and what would be right.
/// </summary>
public class VenueSetupException(string message, Exception? innerException = null) : Exception(message, innerException);
