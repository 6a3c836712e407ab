namespace Gateway.Venues.Hyperliquid;

/// <summary>
/// The configuration cannot work, whatever is tried: the message says in one sentence what is wrong and what would be right.
/// </summary>
public sealed class HyperliquidSetupException(string message, Exception? innerException = null) : Exception(message, innerException);
