using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Faults;

/// <summary>A misbehaviour that was asked for.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="User">Whom it meets; null: everybody.</param>
/// <param name="Milliseconds">How long, where the kind has a duration.</param>
internal sealed record Fault(FaultKind Kind, Address? User, long Milliseconds)
{
    /// <summary>Decides where the kind leaves something to chance.</summary>
    public Random Chance { get; init; } = new(0);

    /// <summary>How often it still strikes; null: until faults are cleared.</summary>
    public int? Left { get; set; }

    /// <summary>Whether it concerns somebody; a fault for one user does not strike where the user is unknown.</summary>
    public bool Concerns(Address? user) => User is null || User == user;
}
