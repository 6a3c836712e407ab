using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Faults;

/// <summary>The faults that wait to strike, in the order they were asked for.</summary>
internal sealed class FaultBoard
{
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Waiting => faults;

    public void Add(Fault fault) => faults.Add(fault);

    public void Clear() => faults.Clear();

    /// <summary>Whether a fault of this kind waits for anybody.</summary>
    public bool Any(FaultKind kind) => faults.Exists(fault => fault.Kind == kind);

    /// <summary>Lets a fault of this kind strike once, if one waits for one of these users.</summary>
    public Fault? Strike(FaultKind kind, params ReadOnlySpan<Address?> users)
    {
        foreach (var fault in faults)
        {
            if (fault.Kind != kind || !Concerns(fault, users))
                continue;
            if (fault.Left is { } left && (fault.Left = left - 1) == 0)
                faults.Remove(fault);
            return fault;
        }

        return null;
    }

    private static bool Concerns(Fault fault, ReadOnlySpan<Address?> users)
    {
        if (users.IsEmpty)
            return fault.Concerns(null);
        foreach (var user in users)
        {
            if (fault.Concerns(user))
                return true;
        }

        return false;
    }
}
