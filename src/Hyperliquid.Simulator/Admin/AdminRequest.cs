using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Admin;

/// <summary>A request of the simulator's operator, which the venue does not have. One file per kind.</summary>
internal abstract class AdminRequest
{
    public abstract string Method { get; }

    public abstract string Path { get; }

    /// <summary>One line for the operator.</summary>
    public abstract string Usage { get; }

    /// <summary>Does it and tells what is now.</summary>
    /// <exception cref="AdminException">The body is malformed; the message says what would be right.</exception>
    public abstract JsonNode Handle(JsonNode? body, Simulation simulation);
}
