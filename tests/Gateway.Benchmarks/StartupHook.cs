using Gateway.Benchmarks.EndToEnd;

/// <summary>The runtime finds it by this name and calls it before the program's own beginning.</summary>
#pragma warning disable CA1050, MA0047 // The runtime looks for it outside of any namespace.
internal static class StartupHook
#pragma warning restore CA1050, MA0047
{
    /// <summary>Lets the bench look at this process's memory.</summary>
    public static void Initialize()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(MemoryProbe.PortVariable), out var port))
            _ = MemoryProbe.ServeAsync(port);
    }
}
