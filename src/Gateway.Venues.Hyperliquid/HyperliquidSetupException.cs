namespace Gateway.Venues.Hyperliquid;

/// <summary>The configuration of Hyperliquid cannot work.</summary>
public sealed class HyperliquidSetupException(string message, Exception? innerException = null) : VenueSetupException(message, innerException);
