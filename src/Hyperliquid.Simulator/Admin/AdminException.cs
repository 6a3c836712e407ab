namespace Hyperliquid.Simulator.Admin;

/// <summary>An admin request that cannot be carried out; nothing has changed and the message says what would be right.</summary>
/// <param name="message">What is wrong and what would be right.</param>
public sealed class AdminException(string message) : Exception(message);
