using System.Diagnostics;

namespace Gateway.Mortal;

/// <summary>
/// Where the process dies: at the named point, when it is passed for the given time. Nothing runs after it: the process kills
/// itself as <c>kill -9</c> does.
/// </summary>
internal sealed class Death
{
    private readonly Lock gate = new();
    private string? point;
    private int passages;

    /// <summary>Chooses a point; null: none.</summary>
    /// <param name="name">A verb and what it is about, such as <c>sending order</c>.</param>
    /// <param name="passage">Which passage is the last, from 1.</param>
    public void Arm(string? name, int passage)
    {
        lock (gate)
            (point, passages) = (name, passage);
    }

    /// <summary>Passes a point.</summary>
    public void At(string name)
    {
        if (IsDueAt(name))
            Now(name);
    }

    /// <summary>Whether this passage of the point is the last; who asks does what has to be left half done, and then dies.</summary>
    public bool IsDueAt(string name)
    {
        lock (gate)
            return string.Equals(point, name, StringComparison.Ordinal) && --passages == 0;
    }

    /// <summary>Dies.</summary>
    public static void Now(string name)
    {
        Console.WriteLine($"dies: {name}");
        using var self = Process.GetCurrentProcess();
        self.Kill();
        throw new UnreachableException("SIGKILL was survived.");
    }
}
