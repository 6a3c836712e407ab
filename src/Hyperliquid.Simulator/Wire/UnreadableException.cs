namespace Hyperliquid.Simulator.Wire;

/// <summary>A body that does not fit the request type it names; the venue answers 422.</summary>
internal sealed class UnreadableException(string detail) : Exception(detail);
