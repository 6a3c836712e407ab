namespace Hyperliquid.Simulator.Wire;

/// <summary>A combination of parameters that is readable but not served; the venue answers 500 with body <c>null</c>.</summary>
internal sealed class UnsupportedException() : Exception("Readable, but no such combination is served.");
