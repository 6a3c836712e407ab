using System.Globalization;

namespace Gateway.Venues;

/// <summary>
/// Tells one gateway's orders at a venue from another's. Drawn once when a journal is begun and kept in it, so that
/// orders are recognised after a restart and never mistaken for those of a gateway with another journal.
/// </summary>
public readonly record struct GatewayInstance(uint Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("x8", CultureInfo.InvariantCulture);
}
